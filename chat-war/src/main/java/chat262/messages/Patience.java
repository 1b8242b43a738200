package chat262.messages;

import java.time.Duration;

/**
 * How the writer bears a database that is away: it tries again, at growing intervals, until the outage has lasted too
 * long; from then on, or once the server stops, each batch has one try. Used by one thread, but anybody may end it.
 */
final class Patience {
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private long pauseMillis;
    private long awaySince;
    private boolean ended;

    /** Waits a little after a failure; returns whether to try once more. */
    synchronized boolean isLeft() {
        if (pauseMillis == 0) {
            awaySince = System.nanoTime();
            pauseMillis = FIRST_PAUSE_MILLIS;
        }
        if (ended || System.nanoTime() - awaySince > LONGEST_OUTAGE.toNanos()) {
            return false;
        }
        try {
            wait(pauseMillis);
        } catch (InterruptedException e) {
            ended = true; // nobody interrupts the writer but a container that stops
        }
        pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
        return !ended;
    }

    /** The database has answered: the outage is over. */
    synchronized void restore() {
        pauseMillis = 0;
    }

    /** The server stops: nobody waits any more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
