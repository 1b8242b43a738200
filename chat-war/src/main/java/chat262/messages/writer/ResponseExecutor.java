package chat262.messages.writer;

import chat262.platform.SafeLog;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs what completes the responses, in threads of its own: a client that doesn't read blocks the thread that writes to it
 * for half a minute or more. A few threads are enough for clients that read; while all of them are blocked, helper threads
 * are added. Thread-safe.
 */
final class ResponseExecutor implements Executor {
    private static final Logger LOG = Logger.getLogger(ResponseExecutor.class.getName());

    private static final int THREADS = 4;

    /** Together as many threads as the container has for requests, which the same clients can block in the same way. */
    private static final int MAX_HELPERS = 196;

    private static final long CHECK_MILLIS = 100;

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor threads;
    private final ThreadPoolExecutor helpers;
    private final ScheduledExecutorService scheduler;
    private final long helperNanos;
    private final AtomicLong started = new AtomicLong();
    private long startedBefore;

    ResponseExecutor(ThreadFactory factory, Duration helperLifetime) {
        helperNanos = helperLifetime.toNanos();
        threads = new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, waiting, factory);
        helpers = new ThreadPoolExecutor(
                0,
                MAX_HELPERS,
                1,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                factory,
                new ThreadPoolExecutor.DiscardPolicy());
        scheduler = Executors.newSingleThreadScheduledExecutor(factory);
        scheduler.scheduleWithFixedDelay(this::addHelpers, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void execute(Runnable response) {
        threads.execute(() -> {
            started.incrementAndGet();
            response.run();
        });
    }

    /** Adds helpers if something waits and no thread has taken anything since the last check. */
    private void addHelpers() {
        try {
            long startedNow = started.get();
            if (!waiting.isEmpty() && startedNow == startedBefore) {
                for (int i = 0; i < THREADS; i++) {
                    helpers.execute(this::help);
                }
            }
            startedBefore = startedNow;
        } catch (RuntimeException | Error e) { // a scheduler drops a task that has failed once
            SafeLog.log(LOG, Level.WARNING, "No more threads for answers could be had", e);
        }
    }

    private void help() {
        long end = System.nanoTime() + helperNanos;
        try {
            for (long left = helperNanos; left > 0; left = end - System.nanoTime()) {
                Runnable response = waiting.poll(left, TimeUnit.NANOSECONDS);
                if (response != null) {
                    response.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // shut down
        }
    }

    /** How many threads there are. */
    int size() {
        return threads.getPoolSize() + helpers.getPoolSize();
    }

    /** Takes nothing more; what it has is still run. */
    void shutdown() {
        threads.shutdown();
    }

    /** Waits until all is run, but not for long. */
    void awaitTermination() throws InterruptedException {
        threads.awaitTermination(1, TimeUnit.SECONDS);
        scheduler.shutdownNow();
        helpers.shutdownNow();
    }
}
