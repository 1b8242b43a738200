package chat262.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock. No order depends on it. */
public final class Time {
    private Time() {}

    /** The current time in milliseconds, as the protocol and the tables have it. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
