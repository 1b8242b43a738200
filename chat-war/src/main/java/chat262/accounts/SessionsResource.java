package chat262.accounts;

import chat262.api.Paths;
import chat262.api.accounts.LoggedIn;
import chat262.api.accounts.NewSession;
import chat262.api.accounts.SessionList;
import chat262.platform.ConflictRetry;
import chat262.platform.RetryOnConflict;
import chat262.platform.Settings;
import chat262.requests.Body;
import chat262.requests.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.concurrent.CompletionStage;

/** {@code /sessions}: logging in and out, and the list of logged-in devices. */
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@RetryOnConflict
public class SessionsResource {
    @Inject
    CredentialVerifier credentials;

    @Inject
    SessionService sessions;

    @Inject
    SecurityContext security;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> logIn(
            NewSession body,
            @QueryParam("cookie") boolean cookie,
            @Context UriInfo uri,
            @Context HttpServletRequest call) {
        NewSession request = Body.required(body);
        boolean secure = "https".equals(uri.getRequestUri().getScheme());
        return credentials
                .verify(request.username(), request.password(), Requester.of(call))
                .thenApply(account -> ConflictRetry.of(
                        () -> sessions.open(account, request.device(), Boolean.TRUE.equals(request.takeOver()))))
                .thenApply(session -> loggedIn(session, cookie, secure));
    }

    private static Response loggedIn(LoggedIn session, boolean cookie, boolean secure) {
        Response.ResponseBuilder response =
                Response.created(URI.create(Paths.BASE + "/sessions/" + session.sessionId()));
        if (cookie) {
            response.cookie(cookie(session.token(), secure));
            return response.entity(withoutToken(session)).build();
        }
        return response.entity(session).build();
    }

    @GET
    public SessionList list() {
        return sessions.list(Caller.of(security));
    }

    @DELETE
    @Path("current")
    public void logOut() {
        Caller caller = Caller.of(security);
        sessions.end(caller, caller.sessionId());
    }

    @DELETE
    @Path("{id}")
    public void end(@PathParam("id") String id) {
        sessions.end(Caller.of(security), Params.id(id));
    }

    private static NewCookie cookie(String token, boolean secure) {
        return new NewCookie.Builder(TokenAuthModule.COOKIE)
                .value(token)
                .path("/")
                .maxAge((int) Settings.SESSION_LIFE.toSeconds())
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private static LoggedIn withoutToken(LoggedIn session) {
        return new LoggedIn(
                null,
                session.username(),
                session.accountId(),
                session.sessionId(),
                session.expiresAt(),
                session.epoch());
    }
}
