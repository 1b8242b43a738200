package chat262.messages;

import chat262.platform.Mishap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives the answers, in threads of its own: a client who doesn't read holds the thread that writes to it for half a minute
 * or more. A few threads do for those who read; when all of them are held, more come. Thread-safe.
 */
final class Answering {
    private static final Logger LOG = Logger.getLogger(Answering.class.getName());

    private static final int THREADS = 4;

    /** As many as the container has for requests, which the same clients can hold in the same way. */
    private static final int MOST_THREADS = 200;

    private static final long LOOK_MILLIS = 100;
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService clock;
    private long given;

    Answering(ThreadFactory factory) {
        threads = new ThreadPoolExecutor(
                THREADS, MOST_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        clock = Executors.newSingleThreadScheduledExecutor(factory);
        clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void give(Runnable answer) {
        threads.execute(answer);
    }

    /** Sees to it that nothing waits while all threads are held, and that threads go when they are not. */
    private void look() {
        try {
            long givenNow = threads.getCompletedTaskCount();
            if (threads.getQueue().isEmpty()) {
                threads.setCorePoolSize(Math.min(MOST_THREADS, threads.getActiveCount() + THREADS));
            } else if (givenNow == given) {
                threads.setCorePoolSize(Math.min(MOST_THREADS, 2 * threads.getPoolSize()));
            }
            given = givenNow;
        } catch (RuntimeException | Error e) { // a clock forgets a task that has failed once
            Mishap.log(LOG, Level.WARNING, "No more threads for answers could be had", e);
        }
    }

    /** Takes no more answers; those that it has are still given. */
    void end() {
        threads.shutdown();
    }

    /** Waits until all answers are given, but not for long. */
    void awaitEnd() throws InterruptedException {
        threads.awaitTermination(1, TimeUnit.SECONDS);
        clock.shutdownNow();
    }
}
