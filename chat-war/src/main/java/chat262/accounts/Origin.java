package chat262.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/** Where a browser says that a request comes from. */
public final class Origin {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private Origin() {}

    /** Whether the request changes nothing by its method, or comes from a page of this server. */
    static boolean mayUseCookie(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || isOurs(request);
    }

    /**
     * Whether the {@code Origin} names the host and port that the request was sent to; false if there is none. The scheme
     * is left out: behind a proxy that ends TLS the server can't know it.
     */
    public static boolean isOurs(HttpServletRequest request) {
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
