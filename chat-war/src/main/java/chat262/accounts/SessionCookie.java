package chat262.accounts;

import chat262.platform.Fingerprint;
import chat262.platform.Settings;
import chat262.schema.Migrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The cookie with the token of a web page: its name, value and attributes. No other class knows them.
 *
 * <p>Browsers share cookies between all ports of a host, so the name is of this server's database. The value is the token, a
 * dot and the day on which the cookie was set, so that it is set again on the first call of each day without storing when.
 */
@ApplicationScoped
public class SessionCookie {
    /** Browsers accept a cookie of such a name only if it is {@code Secure}, and came over TLS (RFC 6265bis). */
    private static final String SECURE_PREFIX = "__Secure-";

    private static final String PREFIX = "chat-";
    private static final int NAME_LENGTH = 8;

    /** The name for all servers, by which browsers may still have the cookie of a login; replaced at its first use. */
    private static final String SHARED_NAME = "chat-token";

    @Inject
    Migrations migrations;

    private volatile String name;

    /**
     * A cookie of a request.
     *
     * @param day when it was set, in days since 1970; empty if it does not say
     * @param isSecure whether the browser sends it over TLS only
     */
    record Received(String token, String day, boolean isSecure) {}

    /** The cookie of this server; empty if the request has none. */
    Optional<Received> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        // Over TLS a browser also sends what it got without, which may be older.
        return Stream.of(SECURE_PREFIX + name(), name(), SHARED_NAME)
                .map(wanted -> find(cookies, wanted))
                .filter(Objects::nonNull)
                .map(SessionCookie::read)
                .findFirst();
    }

    private static Cookie find(Cookie[] cookies, String name) {
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Received read(Cookie cookie) {
        String[] parts = cookie.getValue().split("\\.", 2);
        boolean isSecure = cookie.getName().startsWith(SECURE_PREFIX);
        return new Received(parts[0], parts.length == 1 ? "" : parts[1], isSecure);
    }

    /** What makes the {@code Set-Cookie} header of a login from its token, also when the request is no longer there. */
    UnaryOperator<String> setter(HttpServletRequest request) {
        String path = request.getContextPath();
        boolean isSecure = Origin.isEncrypted(request);
        return token -> header(token, path, isSecure);
    }

    /** Sets a cookie that was not set today for another {@link Settings#SESSION_LIFE}, as long as its session lasts now. */
    void renew(Received cookie, HttpServletRequest request, HttpServletResponse response) {
        if (!cookie.day.equals(today())) {
            boolean isSecure = cookie.isSecure || Origin.isEncrypted(request);
            response.addHeader("Set-Cookie", header(cookie.token, request.getContextPath(), isSecure));
        }
    }

    private String header(String token, String path, boolean isSecure) {
        return "%s=%s.%s; Path=%s/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                .formatted(
                        (isSecure ? SECURE_PREFIX : "") + name(),
                        token,
                        today(),
                        path,
                        Settings.SESSION_LIFE.toSeconds(),
                        isSecure ? "; Secure" : "");
    }

    /** The same on all nodes with one database, after every start. A restore changes it, which ends all sessions anyway. */
    private String name() {
        if (name == null) {
            name = PREFIX + Fingerprint.of(migrations.epoch()).substring(0, NAME_LENGTH);
        }
        return name;
    }

    private static String today() {
        return String.valueOf(LocalDate.now(ZoneOffset.UTC).toEpochDay());
    }
}
