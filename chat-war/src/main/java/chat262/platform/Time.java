package chat262.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock. It orders nothing; it only says when. */
public final class Time {
    private Time() {}

    /** Now, in the milliseconds that the protocol speaks and the tables keep. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
