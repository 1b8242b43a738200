package chat262.accounts;

import chat262.accounts.passwords.Requester;
import chat262.api.accounts.LoggedIn;
import chat262.api.accounts.NewSession;
import chat262.api.accounts.SessionList;
import chat262.platform.ConflictRetry;
import chat262.platform.Locations;
import chat262.platform.RetryOnConflict;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

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
    SessionCookie cookies;

    @Inject
    SecurityContext security;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> logIn(
            NewSession body,
            @QueryParam("cookie") boolean cookie,
            @Context HttpServletRequest call,
            @Context UriInfo uri) {
        NewSession request = Body.required(body);
        if (cookie && Origin.isOther(call)) { // said here, where a person reads it: no change would be accepted later
            throw Origin.problem(call);
        }
        // The request is not there any more when the password has been verified.
        URI all = Locations.of(uri, "sessions/");
        UnaryOperator<String> setCookie = cookies.setter(call);
        return credentials
                .verify(request.username(), request.password(), Requester.of(call))
                .thenApply(account -> ConflictRetry.of(
                        () -> sessions.open(account, request.device(), Boolean.TRUE.equals(request.takeOver()))))
                .thenApply(session -> loggedIn(session, all, cookie ? setCookie : null));
    }

    /** The response; without the token where a cookie has it. */
    private static Response loggedIn(LoggedIn session, URI all, UnaryOperator<String> setCookie) {
        Response.ResponseBuilder response = Response.created(URI.create(all + String.valueOf(session.sessionId())));
        if (setCookie != null) {
            response.header(HttpHeaders.SET_COOKIE, setCookie.apply(session.token()));
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
