package chat262.live;

import chat262.accounts.Caller;
import chat262.api.Live;
import chat262.problems.ProblemResponse;
import chat262.problems.Problems;
import chat262.websocket.Handshake;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /live}: makes a WebSocket of a request. It is authenticated before it gets here. */
@WebServlet(Live.PATH)
public class LiveServlet extends HttpServlet {
    @Inject
    LiveStream live;

    @Inject
    SecurityContext security;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!Handshake.isValid(request)) {
            response.setHeader(Handshake.VERSION_HEADER, Handshake.VERSION);
            ProblemResponse.of(Problems.invalid("this is a WebSocket, of version 13"), request.getRequestURI())
                    .writeTo(response);
            return;
        }
        live.accept(Handshake.upgrade(request, response), Caller.of(security));
        response.flushBuffer();
    }
}
