package chat262.accounts;

import chat262.problems.ProblemException;
import chat262.problems.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** The {@code Origin} header: the site of the page that makes a browser send a request. */
final class Origin {
    private static final String ORIGIN = "Origin";
    private static final String HOST = "Host";
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private Origin() {}

    /** Whether the request has a safe method, or comes from a page of this server. */
    static boolean mayUseCookie(HttpServletRequest request) {
        return SAFE_METHODS.contains(request.getMethod()) || isThisServer(request);
    }

    /** Whether the request comes from a page of another server; false if it does not say where it comes from. */
    static boolean isOther(HttpServletRequest request) {
        return request.getHeader(ORIGIN) != null && !isThisServer(request);
    }

    /**
     * Whether the {@code Origin} has the host and port that the request was sent to; false if there is none. The scheme is
     * not compared: behind a proxy that terminates TLS the server can't know it. For the same reason the default port of
     * either scheme, which some proxies add, is like none.
     */
    static boolean isThisServer(HttpServletRequest request) {
        String origin = authority(request.getHeader(ORIGIN));
        String host = String.valueOf(request.getHeader(HOST)).toLowerCase(Locale.ROOT);
        return origin != null && (origin.equals(host) || origin.equals(host.replaceFirst(":(80|443)?$", "")));
    }

    /** As browsers write it: in lower case, without the default port; null if there is none. */
    private static String authority(String origin) {
        try {
            URI site = URI.create(String.valueOf(origin).toLowerCase(Locale.ROOT));
            String authority = site.getRawAuthority();
            String defaultPort = "https".equals(site.getScheme()) ? ":443$" : ":80$";
            return authority == null ? null : authority.replaceFirst(defaultPort, "");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * Whether the browser talks TLS to the server or to a proxy in front. It is believed without proof: that can only make a
     * cookie stricter, or weaken that of the client which says so.
     */
    static boolean isEncrypted(HttpServletRequest request) {
        String origin = request.getHeader(ORIGIN);
        String forwarded = request.getHeader("X-Forwarded-Proto");
        if (authority(origin) != null) {
            return origin.regionMatches(true, 0, "https:", 0, "https:".length());
        }
        return request.isSecure()
                || (forwarded != null
                        && forwarded.strip().toLowerCase(Locale.ROOT).startsWith("https"));
    }

    /** The problem of a request that comes from a page of another server, or seems to. */
    static ProblemException problem(HttpServletRequest request) {
        return Problems.wrongOrigin(request.getHeader(ORIGIN), request.getHeader(HOST));
    }
}
