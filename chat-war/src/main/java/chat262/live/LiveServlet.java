package chat262.live;

import chat262.accounts.Caller;
import chat262.api.Live;
import chat262.api.server.RequestAttributes;
import chat262.problems.ProblemAnswer;
import chat262.problems.Problems;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;

/** {@code /live}: the handshake of the WebSocket (RFC 6455, section 4.2). Whoever gets here has come through the door. */
@WebServlet(Live.PATH)
public class LiveServlet extends HttpServlet {
    private static final String VERSION_HEADER = "Sec-WebSocket-Version";
    private static final String VERSION = "13";
    private static final int KEY_BYTES = 16;

    /** What RFC 6455 has both sides add to the key. */
    private static final String SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** Taken anew for each write to a socket, and most frames are shorter; the container would take 8 KiB. */
    private static final int FRAME_BYTES = 1024;

    @Inject
    LiveStream live;

    @Inject
    SecurityContext security;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String key = request.getHeader("Sec-WebSocket-Key");
        if (!isHandshake(request) || !isKey(key)) {
            response.setHeader(VERSION_HEADER, VERSION);
            ProblemAnswer.of(Problems.invalid("this is a WebSocket, of version 13"), request.getRequestURI())
                    .writeTo(response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SWITCHING_PROTOCOLS);
        response.setBufferSize(FRAME_BYTES);
        response.setHeader("Upgrade", "websocket");
        response.setHeader("Connection", "Upgrade");
        response.setHeader("Sec-WebSocket-Accept", accept(key));
        live.take(request.upgrade(LiveSocket.class), Caller.of(security), cut(request));
        response.flushBuffer();
    }

    private static boolean isHandshake(HttpServletRequest request) {
        return names(request, "Upgrade", "websocket")
                && names(request, "Connection", "upgrade")
                && VERSION.equals(request.getHeader(VERSION_HEADER));
    }

    private static boolean names(HttpServletRequest request, String header, String word) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(value -> value.strip().equalsIgnoreCase(word));
    }

    private static boolean isKey(String key) {
        try {
            return key != null && Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String accept(String key) {
        try {
            byte[] both = (key.strip() + SUFFIX).getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(both));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /** Comes from our connector. A container without it ends connections of clients who don't read when it pleases. */
    private static Runnable cut(HttpServletRequest request) {
        return request.getAttribute(RequestAttributes.ABORT_CONNECTION) instanceof Runnable cut ? cut : () -> {};
    }
}
