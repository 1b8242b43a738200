package chat262.messages;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How the writer bears a database that is away or locked: it tries again, at growing intervals, until the outage has
 * lasted too long; from then on, or once the server stops, each batch has one try. Thread-safe, but only one waits.
 */
final class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class.getName());

    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final Duration longestOutage;
    private long pauseMillis;
    private long awaySince;
    private boolean lost;
    private boolean ended;

    Patience(Duration longestOutage) {
        this.longestOutage = longestOutage;
    }

    /** Waits a little after a failure; returns whether to try once more. The log hears of an outage, not of each try. */
    synchronized boolean isLeftAfter(Throwable failure) {
        if (pauseMillis == 0) {
            awaySince = System.nanoTime();
            pauseMillis = FIRST_PAUSE_MILLIS;
        }
        if (System.nanoTime() - awaySince > longestOutage.toNanos() && !lost) {
            lost = true;
            LOG.log(Level.WARNING, "The database has not stored anything for too long; sends are unavailable", failure);
        }
        if (lost || ended) {
            return false;
        }
        pause();
        return !ended;
    }

    private void pause() {
        try {
            wait(pauseMillis);
        } catch (InterruptedException e) {
            ended = true; // nobody interrupts the writer but a container that stops
        }
        pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
    }

    /** Something was stored: the outage is over. */
    synchronized void restore() {
        if (lost) {
            LOG.info("The database stores again");
        }
        lost = false;
        pauseMillis = 0;
    }

    /** The server stops: nobody waits any more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
