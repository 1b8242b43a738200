package chat262.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThrottledTaskTest {
    private static final long INTERVAL_MILLIS = 200;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    @Test
    void itRunsAfterEveryRequestAndNotMoreOftenThanItMay() throws InterruptedException {
        AtomicInteger requested = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        long start = System.nanoTime();
        CountDownLatch lastSeen = new CountDownLatch(1);
        ThrottledTask task = new ThrottledTask(clock, 0, INTERVAL_MILLIS, () -> {
            runs.incrementAndGet();
            if (requested.get() == 1000) {
                lastSeen.countDown();
            }
        });
        for (int i = 1; i <= 1000; i++) {
            requested.set(i);
            task.request();
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertThat(lastSeen.await(30, TimeUnit.SECONDS)).isTrue();
        clock.shutdown();
        assertThat(clock.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertThat(runs.get()).isLessThanOrEqualTo((int) (millis / INTERVAL_MILLIS) + 1);
    }

    @Test
    void aRunThatFailsIsMadeUpFor() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch succeeded = new CountDownLatch(1);
        ThrottledTask task = new ThrottledTask(clock, 0, 1, () -> {
            if (runs.incrementAndGet() == 1) {
                throw new OutOfMemoryError("on purpose");
            }
            succeeded.countDown();
        });
        task.request();
        assertThat(succeeded.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
