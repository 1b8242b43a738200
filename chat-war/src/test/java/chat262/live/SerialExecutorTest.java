package chat262.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {
    private final SerialExecutor executor = new SerialExecutor();
    private final Thread thread = new Thread(executor);
    private final List<String> done = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private List<String> doneByTheEnd() throws InterruptedException {
        executor.execute(end::countDown);
        assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
        return done;
    }

    @Test
    void tasksRunInTheOrderInWhichTheyWereAddedLazyOnesIncluded() throws InterruptedException {
        executor.executeLazily(() -> done.add("first"));
        executor.execute(() -> done.add("second"));
        executor.executeLazily(() -> done.add("third"));
        executor.execute(() -> done.add("fourth"));
        thread.start();
        assertThat(doneByTheEnd()).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void aTaskThatIsAddedWhileTheThreadSleepsIsRun() throws InterruptedException {
        thread.start();
        assertThat(doneByTheEnd()).isEmpty(); // the queue is empty, and the thread sleeps or is about to
        CountDownLatch later = new CountDownLatch(1);
        executor.executeLazily(() -> done.add("one"));
        executor.execute(later::countDown);
        assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).containsExactly("one");
    }

    @Test
    void aTaskThatFailsDoesNotHoldUpTheNext() throws InterruptedException {
        executor.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        executor.execute(() -> done.add("the next"));
        thread.start();
        assertThat(doneByTheEnd()).containsExactly("the next");
    }

    /** Without memory, logging fails as well. */
    @Test
    void aTaskWhoseFailureCannotBeLoggedDoesNotHoldUpTheNextEither() throws InterruptedException {
        Logger log = Logger.getLogger(SerialExecutor.class.getName());
        Handler broken = new BrokenLog();
        log.addHandler(broken);
        try {
            executor.execute(() -> {
                throw new OutOfMemoryError("on purpose");
            });
            executor.execute(() -> done.add("the next"));
            thread.start();
            assertThat(doneByTheEnd()).containsExactly("the next");
        } finally {
            log.removeHandler(broken);
        }
    }

    private static final class BrokenLog extends Handler {
        @Override
        public void publish(LogRecord entry) {
            throw new OutOfMemoryError("on purpose, too");
        }

        @Override
        public void flush() {
            // nothing is buffered
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
