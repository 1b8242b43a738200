package chat262.live;

import chat262.platform.Mishap;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What one thread does, in the order in which it came. Whoever adds something goes on at once. Thread-safe. */
final class Tasks {
    private static final Logger LOG = Logger.getLogger(Tasks.class.getName());

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore wakeUps = new Semaphore(0);

    void add(Runnable task) {
        waiting.add(task);
        wakeUps.release();
    }

    /** Adds a task that may wait for the next one of {@link #add}: to wake the thread may cost more than what it then does. */
    void addWithoutWaking(Runnable task) {
        waiting.add(task);
    }

    /** Does what there is, and then what comes; one that fails holds up no other. Returns when the thread is interrupted. */
    void run() {
        try {
            while (true) {
                wakeUps.acquire();
                wakeUps.drainPermits(); // before it looks: for what comes after that it is woken again
                for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                    carefully(task);
                }
            }
        } catch (InterruptedException e) {
            LOG.log(Level.FINE, "The live stream ends", e);
        }
    }

    private static void carefully(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            Mishap.log(LOG, Level.WARNING, "The live stream could not do something", e);
        }
    }
}
