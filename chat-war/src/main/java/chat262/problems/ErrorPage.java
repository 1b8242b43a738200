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

/** The error page of the web application: what is refused outside JAX-RS is answered as a problem, too. */
@WebServlet(ErrorPage.PATH)
public class ErrorPage extends HttpServlet {
    /** Where web.xml sends every error to. */
    static final String PATH = "/problem-page";

    /** How a container refuses a call for which it has no better servlet than that of files. */
    private static final Set<Integer> NO_SUCH_FILE = Set.of(403, 404, 405, 501);

    /** Two dots; the path is as it came. */
    private static final Pattern LEADS_OUT = Pattern.compile("/(\\.|%2e){2}/", Pattern.CASE_INSENSITIVE);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (status == null) { // somebody asked for this very path
            status = HttpServletResponse.SC_NOT_FOUND;
            path = request.getRequestURI();
        }
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        ProblemException problem = fault instanceof Throwable thrown
                ? FaultMapper.problem(thrown)
                : problem((int) status, String.valueOf(path));
        ProblemAnswer.of(problem, String.valueOf(path)).writeTo(response);
    }

    /**
     * Calls are answered by JAX-RS, whatever they are. One that ends among the files has come while the server starts and
     * JAX-RS had no place yet: that must not look final, or clients give up a message.
     */
    private static ProblemException problem(int status, String path) {
        boolean call =
                path.startsWith(Paths.BASE + "/") && !LEADS_OUT.matcher(path).find();
        boolean missedJaxRs = call && NO_SUCH_FILE.contains(status);
        return missedJaxRs ? Problems.unavailable() : ContainerProblems.of(status);
    }
}
