package chat262.accounts;

import chat262.api.Live;
import chat262.api.Paths;
import chat262.problems.FaultMapper;
import chat262.problems.ProblemAnswer;
import chat262.problems.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;

/**
 * The one door: whoever has a valid token comes in as a {@link Caller}; without one only what is opened by name. It hangs
 * in the {@link DoorFrame}, and the container asks it before every request.
 */
@ApplicationScoped
public class Door implements ServerAuthModule {
    /** The cookie that carries the token of a web page. */
    static final String COOKIE = "chat-token";

    private static final String BEARER = "Bearer ";

    /** Registering and logging in; everything else under the base path is closed. */
    private static final Set<String> OPEN =
            Set.of("POST " + Paths.BASE + "/accounts", "POST " + Paths.BASE + "/sessions");

    @Inject
    RecentCallers callers;

    private volatile CallbackHandler container;

    @Override
    public void initialize(
            MessagePolicy requests, MessagePolicy responses, CallbackHandler handler, Map<String, Object> options) {
        container = handler;
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject subject, Subject server) throws AuthException {
        HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
        HttpServletResponse response = (HttpServletResponse) message.getResponseMessage();
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        boolean closed = path.equals(Paths.BASE) || path.startsWith(Paths.BASE + "/") || path.equals(Live.PATH);
        if (!closed || OPEN.contains(request.getMethod() + " " + path)) {
            return letIn(null, subject);
        }
        Optional<Caller> caller;
        try {
            caller = caller(request);
        } catch (RuntimeException e) {
            return refuse(ProblemAnswer.of(FaultMapper.problem(e), request.getRequestURI()), response);
        }
        if (caller.isPresent()) {
            return letIn(caller.get(), subject);
        }
        return refuse(ProblemAnswer.of(Problems.notLoggedIn(), request.getRequestURI()), response);
    }

    /** Tells the container who is calling; null is nobody in particular. */
    private AuthStatus letIn(Caller caller, Subject subject) throws AuthException {
        try {
            container.handle(new Callback[] {new CallerPrincipalCallback(subject, caller)});
            return AuthStatus.SUCCESS;
        } catch (IOException | UnsupportedCallbackException e) {
            throw (AuthException) new AuthException("the container takes no callers").initCause(e);
        }
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

    private static AuthStatus refuse(ProblemAnswer answer, HttpServletResponse response) throws AuthException {
        try {
            answer.writeTo(response);
            return AuthStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw (AuthException) new AuthException("the answer could not be written").initCause(e);
        }
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, Subject server) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, Subject subject) {
        subject.getPrincipals().clear();
    }
}
