package chat262.live;

import chat262.platform.SafeLog;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A task that is run when it was asked for: once for all that ask in the meantime, and not more often than an interval allows. While
 * nobody asks, no timer runs. Thread-safe.
 */
final class ThrottledTask {
    private static final Logger LOG = Logger.getLogger(ThrottledTask.class.getName());

    private final ScheduledExecutorService clock;
    private final long delayMillis;
    private final long intervalMillis;
    private final Runnable task;
    private final AtomicBoolean requested = new AtomicBoolean();
    private volatile long ranAt;

    /**
     * Not asked for yet.
     *
     * @param delayMillis how long others have time to ask as well
     * @param intervalMillis the shortest time from one run to the next
     */
    ThrottledTask(ScheduledExecutorService clock, long delayMillis, long intervalMillis, Runnable task) {
        this.clock = clock;
        this.delayMillis = delayMillis;
        this.intervalMillis = intervalMillis;
        this.task = task;
        this.ranAt = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(intervalMillis);
    }

    /** Has the task run soon, after this call. */
    void request() {
        if (!requested.compareAndSet(false, true)) {
            return;
        }
        long sinceRun = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ranAt);
        try {
            clock.schedule(this::run, Math.max(delayMillis, intervalMillis - sinceRun), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "The server stops", e);
        }
    }

    private void run() {
        ranAt = System.nanoTime();
        requested.set(false); // before it runs: who asks from here on may come too late for it
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            SafeLog.log(LOG, Level.WARNING, "A task of the live stream failed, and is tried again", e);
            request();
        }
    }
}
