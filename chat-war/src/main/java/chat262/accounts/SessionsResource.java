package chat262.accounts;

import chat262.api.accounts.LoggedIn;
import chat262.api.accounts.NewSession;
import chat262.api.accounts.SessionList;
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
    public Response logIn(
            NewSession body,
            @QueryParam("cookie") boolean cookie,
            @Context HttpServletRequest httpRequest,
            @Context UriInfo uri) {
        NewSession request = Body.required(body);
        if (cookie
                && Origin.isOther(
                        httpRequest)) { // said here, where a person reads it: no change would be accepted later
            throw Origin.problem(httpRequest);
        }
        CredentialVerifier.Verified account = credentials.verify(request.username(), request.password());
        LoggedIn session = sessions.open(account, request.device(), Boolean.TRUE.equals(request.takeOver()));
        Response.ResponseBuilder response = Response.created(Locations.of(uri, "sessions/" + session.sessionId()));
        if (cookie) {
            response.header(HttpHeaders.SET_COOKIE, cookies.set(session.token(), httpRequest));
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
