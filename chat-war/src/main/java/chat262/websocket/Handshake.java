package chat262.websocket;

import chat262.api.server.RequestAttributes;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;

/** The opening handshake, RFC 6455, section 4.2. */
public final class Handshake {
    /** The header, of requests and of refusals, that names the version. */
    public static final String VERSION_HEADER = "Sec-WebSocket-Version";

    /** The only version there is. */
    public static final String VERSION = "13";

    private static final int KEY_BYTES = 16;

    /** What RFC 6455 has both sides append to the key. */
    private static final String KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** Allocated anew for each write to the connection, and most frames are shorter; the container would take 8 KiB. */
    private static final int WRITE_BUFFER_BYTES = 1024;

    private Handshake() {}

    /** Whether a request asks for a WebSocket of our version, in the way that the RFC says. */
    public static boolean isValid(HttpServletRequest request) {
        return hasToken(request, "Upgrade", "websocket")
                && hasToken(request, "Connection", "upgrade")
                && VERSION.equals(request.getHeader(VERSION_HEADER))
                && isKey(key(request));
    }

    /** Accepts a valid request. The connection begins after the request, if it has got a listener by then. */
    public static WebSocketConnection upgrade(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(HttpServletResponse.SC_SWITCHING_PROTOCOLS);
        response.setBufferSize(WRITE_BUFFER_BYTES);
        response.setHeader("Upgrade", "websocket");
        response.setHeader("Connection", "Upgrade");
        response.setHeader("Sec-WebSocket-Accept", acceptFor(key(request)));
        WebSocketConnection connection = request.upgrade(WebSocketConnection.class);
        // A container without our connector ends the connection of a client that doesn't read whenever it gets to it.
        if (request.getAttribute(RequestAttributes.ABORT_CONNECTION) instanceof Runnable abort) {
            connection.setAbort(abort);
        }
        return connection;
    }

    private static String key(HttpServletRequest request) {
        return request.getHeader("Sec-WebSocket-Key");
    }

    private static boolean hasToken(HttpServletRequest request, String header, String token) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(value -> value.strip().equalsIgnoreCase(token));
    }

    private static boolean isKey(String key) {
        try {
            return key != null && Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String acceptFor(String key) {
        try {
            byte[] both = (key.strip() + KEY_SUFFIX).getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(both));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
