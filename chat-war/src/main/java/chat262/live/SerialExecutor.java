package chat262.live;

import chat262.platform.SafeLog;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs tasks on one thread, in the order in which they were added. Adding one never blocks. Thread-safe. */
final class SerialExecutor implements Executor, Runnable {
    private static final Logger LOG = Logger.getLogger(SerialExecutor.class.getName());

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Semaphore wakeUps = new Semaphore(0);

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        wakeUps.release();
    }

    /** Adds a task that may wait for the next {@link #execute}: waking the thread may cost more than the task itself. */
    void executeLazily(Runnable task) {
        tasks.add(task);
    }

    /** Runs the tasks until the thread is interrupted. A task that fails does not hold up the others. */
    @Override
    public void run() {
        try {
            while (true) {
                wakeUps.acquire();
                wakeUps.drainPermits(); // before it polls: a task added after that wakes it again
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    runSafely(task);
                }
            }
        } catch (InterruptedException e) {
            LOG.log(Level.FINE, "The live stream ends", e);
        }
    }

    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            SafeLog.log(LOG, Level.WARNING, "A task of the live stream failed", e);
        }
    }
}
