package chat262.platform;

import chat262.api.Paths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Makes the response buffer small: responses are written by threads of ours, for which the container pools no buffers. */
@WebFilter(urlPatterns = Paths.BASE + "/*", asyncSupported = true)
public class ResponseBufferFilter extends HttpFilter {
    /** Most responses are shorter; a longer one is sent in chunks. */
    static final int BYTES = 2048;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setBufferSize(BYTES);
        chain.doFilter(request, response);
    }
}
