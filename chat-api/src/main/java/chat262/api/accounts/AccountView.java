package chat262.api.accounts;

import java.time.Instant;

/**
 * One account: the answer to registering and to {@code GET /accounts/{username}}.
 */
public record AccountView(String username, Instant createdAt) {}
