package chat262.platform;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Logging in threads that must go on whatever happens. */
public final class SafeLog {
    private SafeLog() {}

    /** Logs a failure and throws nothing: without memory, logging may fail as well. */
    public static void log(Logger log, Level level, String message, Throwable failure) {
        try {
            log.log(level, message, failure);
        } catch (RuntimeException | Error e) {
            // can't be reported, and must not end the thread
        }
    }
}
