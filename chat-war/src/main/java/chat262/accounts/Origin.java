package chat262.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/** The {@code Origin} header: the site of the page that makes a browser send a request. */
public final class Origin {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private Origin() {}

    /** Whether the request has a safe method, or comes from a page of this server. */
    static boolean mayUseCookie(HttpServletRequest request) {
        return SAFE_METHODS.contains(request.getMethod()) || isThisServer(request);
    }

    /**
     * Whether the {@code Origin} has the host and port that the request was sent to; false if there is none. The scheme is
     * not compared: behind a proxy that terminates TLS the server can't know it.
     */
    public static boolean isThisServer(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        try {
            return origin != null
                    && host != null
                    && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
