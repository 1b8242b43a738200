package chat262.platform;

import chat262.api.Paths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives the answer of a call a buffer of its size: threads of ours answer, and for those the container pools none. */
@WebFilter(urlPatterns = Paths.BASE + "/*", asyncSupported = true)
public class AnswerBuffer extends HttpFilter {
    /** Most answers are shorter; a longer one goes out in chunks. */
    static final int BYTES = 2048;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setBufferSize(BYTES);
        chain.doFilter(request, response);
    }
}
