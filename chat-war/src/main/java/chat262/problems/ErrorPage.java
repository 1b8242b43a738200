package chat262.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The error page of the web application: what is refused outside JAX-RS is answered as a problem, too. */
@WebServlet(ErrorPage.PATH)
public class ErrorPage extends HttpServlet {
    /** Where web.xml sends every error to. */
    static final String PATH = "/problem-page";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (status == null) { // somebody asked for this very path
            status = HttpServletResponse.SC_NOT_FOUND;
            path = request.getRequestURI();
        }
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        ProblemException problem =
                fault instanceof Throwable thrown ? FaultMapper.problem(thrown) : ContainerProblems.of((int) status);
        ProblemAnswer.of(problem, String.valueOf(path)).writeTo(response);
    }
}
