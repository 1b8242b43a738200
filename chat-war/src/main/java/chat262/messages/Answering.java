package chat262.messages;

import chat262.platform.SafeLog;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
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
 * Gives the answers, in threads of its own: a client who doesn't read holds the thread that writes to it for half a minute
 * or more. A few threads do for those who read; when all of them are held, others help for a while. Thread-safe.
 */
final class Answering {
    private static final Logger LOG = Logger.getLogger(Answering.class.getName());

    private static final int THREADS = 4;

    /** With the others as many as the container has for requests, which the same clients can hold in the same way. */
    private static final int MOST_HELPERS = 196;

    private static final long LOOK_MILLIS = 100;

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor threads;
    private final ThreadPoolExecutor helpers;
    private final ScheduledExecutorService clock;
    private final long helpNanos;
    private final AtomicLong begun = new AtomicLong();
    private long begunBefore;

    /** @param help for how long a thread helps */
    Answering(ThreadFactory factory, Duration help) {
        helpNanos = help.toNanos();
        threads = new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, waiting, factory);
        helpers = new ThreadPoolExecutor(
                0,
                MOST_HELPERS,
                1,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                factory,
                new ThreadPoolExecutor.DiscardPolicy());
        clock = Executors.newSingleThreadScheduledExecutor(factory);
        clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void give(Runnable answer) {
        threads.execute(() -> {
            begun.incrementAndGet();
            answer.run();
        });
    }

    /** Sees to it that nothing waits while all threads are held. */
    private void look() {
        try {
            long begunNow = begun.get();
            if (!waiting.isEmpty() && begunNow == begunBefore) {
                for (int i = 0; i < THREADS; i++) {
                    helpers.execute(this::help);
                }
            }
            begunBefore = begunNow;
        } catch (RuntimeException | Error e) { // a clock forgets a task that has failed once
            SafeLog.log(LOG, Level.WARNING, "No more threads for answers could be had", e);
        }
    }

    private void help() {
        long end = System.nanoTime() + helpNanos;
        try {
            for (long left = helpNanos; left > 0; left = end - System.nanoTime()) {
                Runnable answer = waiting.poll(left, TimeUnit.NANOSECONDS);
                if (answer != null) {
                    answer.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end
        }
    }

    /** How many threads there are. */
    int size() {
        return threads.getPoolSize() + helpers.getPoolSize();
    }

    /** Takes no more answers; those that it has are still given. */
    void end() {
        threads.shutdown();
    }

    /** Waits until all answers are given, but not for long. */
    void awaitEnd() throws InterruptedException {
        threads.awaitTermination(1, TimeUnit.SECONDS);
        clock.shutdownNow();
        helpers.shutdownNow();
    }
}
