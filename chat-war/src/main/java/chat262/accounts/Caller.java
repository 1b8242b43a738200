package chat262.accounts;

import chat262.platform.Time;
import chat262.problems.Problems;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The authenticated caller of a request: the account and the session that its token belongs to. */
public class Caller extends CallerPrincipal {
    private final long accountId;
    private final String username;
    private final long sessionId;
    private final Instant lastUsedAt;

    /** Called by a query of {@link SessionService}. */
    public Caller(Long accountId, String username, Long sessionId, Instant lastUsedAt) {
        super(username);
        this.accountId = accountId;
        this.username = username;
        this.sessionId = sessionId;
        this.lastUsedAt = lastUsedAt;
    }

    /** The caller of the current request, which {@link TokenAuthModule} has authenticated. */
    public static Caller of(SecurityContext security) {
        return optional(security).orElseThrow(Problems::notLoggedIn);
    }

    /** The caller of a request that needs none. */
    static Optional<Caller> optional(SecurityContext security) {
        return security.getPrincipalsByType(Caller.class).stream().findFirst();
    }

    public long accountId() {
        return accountId;
    }

    public String username() {
        return username;
    }

    public long sessionId() {
        return sessionId;
    }

    boolean wasUsedWithin(Duration time) {
        return lastUsedAt.plus(time).isAfter(Time.now());
    }
}
