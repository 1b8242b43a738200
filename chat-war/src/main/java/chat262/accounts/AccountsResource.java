package chat262.accounts;

import chat262.accounts.passwords.HashingExecutor;
import chat262.accounts.passwords.PasswordHasher;
import chat262.accounts.passwords.Requester;
import chat262.api.accounts.AccountList;
import chat262.api.accounts.AccountView;
import chat262.api.accounts.NewAccount;
import chat262.api.accounts.PasswordChange;
import chat262.platform.ConflictRetry;
import chat262.platform.Locations;
import chat262.platform.RetryOnConflict;
import chat262.requests.Body;
import chat262.requests.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
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
import java.net.URI;
import java.util.concurrent.CompletionStage;

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
    HashingExecutor hashing;

    @Inject
    RegistrationPolicy registration;

    @Inject
    SecurityContext security;

    @Inject
    Event<AccountDeletionStarted> deletionStarted;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> register(NewAccount body, @Context HttpServletRequest call, @Context UriInfo uri) {
        NewAccount request = Body.required(body);
        Requester who = Caller.optional(security)
                .map(caller -> Requester.member(caller.accountId()))
                .orElseGet(() -> Requester.of(call));
        registration.admit(who);
        accounts.refuseTaken(request.username());
        URI location = Locations.of(uri, "accounts/" + request.username());
        return hashing.submit(who, () -> hasher.hash(request.password()))
                .thenApply(hash -> ConflictRetry.of(() -> accounts.register(request.username(), hash)))
                .thenApply(account -> created(location, account));
    }

    private static Response created(URI location, AccountView account) {
        return Response.created(location).entity(account).build();
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
    public CompletionStage<Response> changePassword(PasswordChange body) {
        PasswordChange change = Body.required(body);
        Caller caller = Caller.of(security);
        Requester who = Requester.member(caller.accountId());
        return credentials
                .verify(caller.username(), change.current(), who)
                .thenCompose(verified -> hashing.submit(who, () -> hasher.hash(change.new_()))
                        .thenApply(hash -> changePassword(caller, verified, hash)));
    }

    private Response changePassword(Caller caller, CredentialVerifier.Verified verified, String newHash) {
        return ConflictRetry.of(() -> {
            accounts.changePassword(caller, verified.passwordHash(), newHash);
            return Response.noContent().build();
        });
    }

    @DELETE
    @Path("me")
    public void delete() {
        Caller caller = Caller.of(security);
        deletionStarted.fire(new AccountDeletionStarted(caller.accountId()));
        accounts.delete(caller);
    }
}
