package chat262.messages.writer;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * When the writer tries again while the database is away: at growing intervals, until the outage has lasted for
 * too long. From then on, and once the server stops, each batch has one try. Thread-safe; only the writer's thread waits.
 */
final class RetryPolicy {
    private static final Logger LOG = Logger.getLogger(RetryPolicy.class.getName());

    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long MAX_PAUSE_MILLIS = 500;

    private final Duration timeout;
    private long pauseMillis;
    private long awaySince;
    private boolean lost;
    private boolean stopped;

    RetryPolicy(Duration timeout) {
        this.timeout = timeout;
    }

    /** Waits a little after a failure; returns whether to try once more. An outage is logged once, not for each try. */
    synchronized boolean awaitRetry(Throwable failure) {
        if (pauseMillis == 0) {
            LOG.log(
                    Level.INFO,
                    "A batch was not stored, or perhaps it was, and is tried again: {0}",
                    String.valueOf(failure));
            awaySince = System.nanoTime();
            pauseMillis = FIRST_PAUSE_MILLIS;
        }
        if (System.nanoTime() - awaySince > timeout.toNanos() && !lost) {
            lost = true;
            LOG.log(Level.WARNING, "The database has not stored anything for too long; sends are unavailable", failure);
        }
        if (lost || stopped) {
            return false;
        }
        pause();
        return !stopped;
    }

    private void pause() {
        try {
            wait(pauseMillis);
        } catch (InterruptedException e) {
            stopped = true; // only a container that stops interrupts the writer
        }
        pauseMillis = Math.min(2 * pauseMillis, MAX_PAUSE_MILLIS);
    }

    /** Something was stored: the outage is over. */
    synchronized void succeeded() {
        if (lost) {
            LOG.info("The database stores again");
        }
        lost = false;
        pauseMillis = 0;
    }

    /** The server stops: nothing waits any more. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
