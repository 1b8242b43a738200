package chat262.accounts;

import chat262.api.Live;
import chat262.api.Paths;
import chat262.platform.ServiceState;
import chat262.problems.FaultMapper;
import chat262.problems.ProblemResponse;
import chat262.problems.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;

/**
 * Authenticates every request by its token, as a {@link Caller}. Without a valid token only the calls that are listed here
 * get through. The container calls it before every request, since {@link TokenAuthModuleRegistration} has registered it.
 */
@ApplicationScoped
public class TokenAuthModule implements ServerAuthModule {
    private static final String BEARER = "Bearer ";

    private static final String REGISTER = "POST " + Paths.BASE + "/accounts";

    /** Everything else under the base path needs a token. */
    private static final Set<String> PUBLIC_CALLS = Set.of(REGISTER, "POST " + Paths.BASE + "/sessions");

    @Inject
    SessionCache sessions;

    @Inject
    SessionCookie cookies;

    @Inject
    ServiceState service;

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
        boolean isProtected = path.equals(Paths.BASE) || path.startsWith(Paths.BASE + "/") || path.equals(Live.PATH);
        if (isProtected && service.endReason().isPresent()) {
            return reject(
                    ProblemResponse.of(Problems.outOfService(service.endReason().get()), request.getRequestURI()),
                    response);
        }
        String call = request.getMethod() + " " + path;
        boolean isPublic = !isProtected || PUBLIC_CALLS.contains(call);
        if (isPublic && !call.equals(REGISTER)) { // a member may register accounts where strangers may not
            return accept(null, subject);
        }
        Optional<Caller> caller;
        try {
            caller = caller(request, response);
        } catch (RuntimeException e) {
            return reject(ProblemResponse.of(FaultMapper.problem(e), request.getRequestURI()), response);
        }
        if (caller.isPresent() || isPublic) {
            return accept(caller.orElse(null), subject);
        }
        return reject(ProblemResponse.of(Problems.notLoggedIn(), request.getRequestURI()), response);
    }

    /** Tells the container the caller; null is an anonymous one. */
    private AuthStatus accept(Caller caller, Subject subject) throws AuthException {
        try {
            container.handle(new Callback[] {new CallerPrincipalCallback(subject, caller)});
            return AuthStatus.SUCCESS;
        } catch (IOException | UnsupportedCallbackException e) {
            throw (AuthException) new AuthException("the container accepts no callers").initCause(e);
        }
    }

    private Optional<Caller> caller(HttpServletRequest request, HttpServletResponse response) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? sessions.authenticate(
                            authorization.substring(BEARER.length()).strip())
                    : Optional.empty();
        }
        Optional<SessionCookie.Received> cookie = cookies.of(request);
        return cookie.isEmpty() ? Optional.empty() : callerOf(cookie.get(), request, response);
    }

    private Optional<Caller> callerOf(
            SessionCookie.Received cookie, HttpServletRequest request, HttpServletResponse response) {
        // SameSite keeps out other sites, the Origin also other ports and subdomains of this site. Any page may open a
        // WebSocket, and with GET, so for it the Origin always counts.
        boolean live = request.getServletPath().equals(Live.PATH);
        if (live ? !Origin.isThisServer(request) : !Origin.mayUseCookie(request)) {
            throw Origin.problem(request);
        }
        Optional<Caller> caller =
                sessions.authenticate(cookie.token()).filter(found -> live || isForSession(found, request));
        caller.ifPresent(found -> cookies.renew(cookie, request, response));
        return caller;
    }

    /** Another tab may have logged in with another account: all tabs share the cookie, but the header is of this tab. */
    private static boolean isForSession(Caller caller, HttpServletRequest request) {
        return String.valueOf(caller.sessionId()).equals(request.getHeader(Paths.CHAT_SESSION));
    }

    private static AuthStatus reject(ProblemResponse problem, HttpServletResponse response) throws AuthException {
        try {
            problem.writeTo(response);
            return AuthStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw (AuthException) new AuthException("the response could not be written").initCause(e);
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
