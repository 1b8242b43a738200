package chat262.problems;

import chat262.api.Paths;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/** The error page of the web application: answers errors outside JAX-RS as problems, or as pages to a browser. */
@WebServlet(ErrorPage.PATH)
public class ErrorPage extends HttpServlet {
    /** Where web.xml dispatches all errors. */
    static final String PATH = "/problem-page";

    /** How the container's servlet for static files refuses a call. */
    private static final Set<Integer> FILE_SERVLET_STATUSES = Set.of(403, 404, 405, 501);

    /** A {@code ..} in the raw path. */
    private static final Pattern PARENT_SEGMENT = Pattern.compile("/(\\.|%2e){2}/", Pattern.CASE_INSENSITIVE);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (status == null) { // a client has requested this path itself
            status = HttpServletResponse.SC_NOT_FOUND;
            path = request.getRequestURI();
        }
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        ProblemException problem = fault instanceof Throwable thrown
                ? FaultMapper.problem(thrown)
                : problem((int) status, path.substring(request.getContextPath().length()));
        ProblemResponse answer = ProblemResponse.of(problem, path);
        if (ProblemPage.isWanted(request, path)) {
            ProblemPage.write(answer.problem(), path, request, response);
        } else {
            answer.writeTo(response);
        }
    }

    /**
     * JAX-RS answers all calls. One that reaches the servlet for static files came while the server was starting, before
     * JAX-RS was registered: its status must not look final, or clients would give up a message.
     *
     * @param path below the path of the application
     */
    private static ProblemException problem(int status, String path) {
        boolean call = path.startsWith(Paths.BASE + "/")
                && !PARENT_SEGMENT.matcher(path).find();
        boolean missedJaxRs = call && FILE_SERVLET_STATUSES.contains(status);
        return missedJaxRs ? Problems.unavailable() : ContainerProblems.of(status);
    }
}
