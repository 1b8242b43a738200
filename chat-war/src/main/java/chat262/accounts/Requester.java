package chat262.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;

/**
 * Who wants a password to be hashed: a member, or else the address that the request comes from.
 *
 * @param name a short name that no other requester has
 * @param isMember whether the request was authenticated
 * @param mayBeMany whether several clients may hide behind it: a proxy that doesn't tell whom it forwards
 */
record Requester(String name, boolean isMember, boolean mayBeMany) {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    static Requester of(Caller caller) {
        return new Requester("account " + caller.accountId(), true, false);
    }

    static Requester of(HttpServletRequest request) {
        return of(ClientAddress.of(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED_FOR))));
    }

    static Requester of(ClientAddress address) {
        return new Requester(address.network(), false, address.isLoopback());
    }
}
