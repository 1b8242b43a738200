package chat262.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnsweringTest {
    private final Answering answering = new Answering(Thread::new);
    private final CountDownLatch read = new CountDownLatch(1);

    @AfterEach
    void stop() throws InterruptedException {
        read.countDown();
        answering.end();
        answering.awaitEnd();
    }

    @Test
    void clientsWhoDoNotReadHoldUpNobodyElse() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            answering.give(this::awaitReading);
        }
        CountDownLatch given = new CountDownLatch(1);
        answering.give(given::countDown);
        assertThat(given.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private void awaitReading() {
        try {
            read.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
