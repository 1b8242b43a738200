package chat262.messages.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResponseExecutorTest {
    private final ResponseExecutor responses = new ResponseExecutor(Thread::new, Duration.ofSeconds(1));
    private final CountDownLatch read = new CountDownLatch(1);

    @AfterEach
    void stop() throws InterruptedException {
        read.countDown();
        responses.shutdown();
        responses.awaitTermination();
    }

    @Test
    void clientsThatDoNotReadDelayNoOthers() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            responses.execute(this::awaitReading);
        }
        CountDownLatch given = new CountDownLatch(1);
        responses.execute(given::countDown);
        assertThat(given.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void extraThreadsEndWhenTheClientsRead() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            responses.execute(this::awaitReading);
        }
        awaitSize(size -> size >= 50);
        read.countDown();
        awaitSize(size -> size <= 4);
    }

    private void awaitSize(IntPredicate wanted) throws InterruptedException {
        for (int look = 0; look < 1_200 && !wanted.test(responses.size()); look++) {
            responses.execute(() -> {}); // keeps the permanent threads busy
            Thread.sleep(50);
        }
        assertThat(responses.size()).matches(wanted::test);
    }

    private void awaitReading() {
        try {
            read.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
