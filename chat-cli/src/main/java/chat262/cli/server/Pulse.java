package chat262.cli.server;

import java.time.Instant;

/**
 * What the server says of itself.
 *
 * @param time what its clock says; null if the answer doesn't say
 * @param epoch its history
 */
public record Pulse(Instant time, String epoch) {}
