package chat262.accounts;

import chat262.api.accounts.AccountList;
import chat262.api.accounts.AccountView;
import chat262.api.accounts.NewAccount;
import chat262.api.accounts.PasswordChange;
import chat262.platform.Locations;
import chat262.platform.RetryOnConflict;
import chat262.requests.Body;
import chat262.requests.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** {@code /accounts}: registering, searching, changing the password and deleting an account. */
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@RetryOnConflict
public class AccountsResource {
    @Inject
    AccountService accounts;

    @Inject
    CredentialVerifier credentials;

    @Inject
    PasswordHasher hasher;

    @Inject
    SecurityContext security;

    @Inject
    Event<AccountDeletionStarted> deletionStarted;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(NewAccount body, @Context UriInfo uri) {
        NewAccount request = Body.required(body);
        AccountView account = accounts.register(request.username(), hasher.hash(request.password()));
        return Response.created(Locations.of(uri, "accounts/" + account.username()))
                .entity(account)
                .build();
    }

    @GET
    public AccountList search(
            @QueryParam("match") @DefaultValue("*") String match,
            @QueryParam("limit") String limit,
            @QueryParam("page") String page) {
        return accounts.search(match, Params.limit(limit), page);
    }

    @GET
    @Path("{username}")
    public AccountView one(@PathParam("username") String username) {
        return accounts.view(username);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("me/password")
    public void changePassword(PasswordChange body) {
        PasswordChange change = Body.required(body);
        Caller caller = Caller.of(security);
        credentials.verify(caller.username(), change.current());
        accounts.changePassword(caller, hasher.hash(change.new_()));
    }

    @DELETE
    @Path("me")
    public void delete() {
        Caller caller = Caller.of(security);
        deletionStarted.fire(new AccountDeletionStarted(caller.accountId()));
        accounts.delete(caller);
    }
}
