package chat262.accounts;

import chat262.api.Live;
import chat262.api.Paths;
import chat262.problems.FaultMapper;
import chat262.problems.ProblemAnswer;
import chat262.problems.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The one door: whoever has a valid token comes in as a {@link Caller}; without one only what is opened by name. */
@ApplicationScoped
public class Door implements HttpAuthenticationMechanism {
    /** The cookie that carries the token of a web page. */
    static final String COOKIE = "chat-token";

    private static final String BEARER = "Bearer ";

    /** Registering and logging in; everything else under the base path is closed. */
    private static final Set<String> OPEN =
            Set.of("POST " + Paths.BASE + "/accounts", "POST " + Paths.BASE + "/sessions");

    @Inject
    RecentCallers callers;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        boolean closed = path.equals(Paths.BASE) || path.startsWith(Paths.BASE + "/") || path.equals(Live.PATH);
        if (!closed || OPEN.contains(request.getMethod() + " " + path)) {
            return context.doNothing();
        }
        Optional<Caller> caller;
        try {
            caller = caller(request);
        } catch (RuntimeException e) {
            return refuse(ProblemAnswer.of(FaultMapper.problem(e), request.getRequestURI()), response);
        }
        if (caller.isPresent()) {
            return context.notifyContainerAboutLogin(caller.get(), Set.of());
        }
        return refuse(ProblemAnswer.of(Problems.notLoggedIn(), request.getRequestURI()), response);
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? callers.authenticate(
                            authorization.substring(BEARER.length()).strip())
                    : Optional.empty();
        }
        // SameSite keeps other sites out, the Origin also what else is on this site: another port, another subdomain. A
        // WebSocket changes nothing by its method and is opened by any page, so for it the Origin always counts.
        boolean live = request.getServletPath().equals(Live.PATH);
        if (live ? !Origin.isOurs(request) : !Origin.mayUseCookie(request)) {
            return Optional.empty();
        }
        return cookie(request).flatMap(callers::authenticate).filter(caller -> live || isMeant(caller, request));
    }

    /** A second tab may have logged in as somebody else: the cookie is one for all tabs, the header is this tab's. */
    private static boolean isMeant(Caller caller, HttpServletRequest request) {
        return String.valueOf(caller.sessionId()).equals(request.getHeader(Paths.CHAT_SESSION));
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static AuthenticationStatus refuse(ProblemAnswer answer, HttpServletResponse response)
            throws AuthenticationException {
        try {
            answer.writeTo(response);
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }
}
