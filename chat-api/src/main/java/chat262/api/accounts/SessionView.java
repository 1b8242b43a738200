package chat262.api.accounts;

import java.time.Instant;

/**
 * One of the devices that an account is logged in from; {@code device} may be absent.
 */
public record SessionView(long id, String device, Instant createdAt, Instant lastUsedAt, boolean current) {}
