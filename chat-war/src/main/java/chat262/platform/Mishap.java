package chat262.platform;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What goes wrong in a thread that must go on whatever happens. */
public final class Mishap {
    private Mishap() {}

    /** Logs a failure, if that can be done: where memory is short, logging fails as well. Throws nothing. */
    public static void log(Logger log, Level level, String message, Throwable failure) {
        try {
            log.log(level, message, failure);
        } catch (RuntimeException | Error e) {
            // Nobody can be told; the thread has something more important to do.
        }
    }
}
