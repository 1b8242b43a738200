package chat262.api.accounts;

import java.time.Instant;

/**
 * A new session. {@code token} is absent where a cookie carries it.
 */
public record LoggedIn(
        String token, String username, long accountId, long sessionId, Instant expiresAt, String epoch) {}
