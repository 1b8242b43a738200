package chat262.accounts.passwords;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;

/**
 * Who wants a password to be hashed: a member, or else the address that the request comes from.
 *
 * @param name a short name that no other requester has
 * @param isMember whether the request was authenticated
 * @param mayBeMany whether several clients may hide behind it: a proxy that doesn't tell whom it forwards
 */
public record Requester(String name, boolean isMember, boolean mayBeMany) {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** A member, who is authenticated. */
    public static Requester member(long accountId) {
        return new Requester("account " + accountId, true, false);
    }

    /** The sender of a request that is not authenticated. */
    public static Requester of(HttpServletRequest request) {
        return of(ClientAddress.of(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED_FOR))));
    }

    static Requester of(ClientAddress address) {
        return new Requester(address.network(), false, address.isLoopback());
    }
}
