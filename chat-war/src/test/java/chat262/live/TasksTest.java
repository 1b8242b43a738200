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

class TasksTest {
    private final Tasks tasks = new Tasks();
    private final Thread thread = new Thread(tasks::run);
    private final List<String> done = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private List<String> doneByTheEnd() throws InterruptedException {
        tasks.add(end::countDown);
        assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
        return done;
    }

    @Test
    void allIsDoneInTheOrderInWhichItCameAlsoWhatDidNotWakeAnybody() throws InterruptedException {
        tasks.addWithoutWaking(() -> done.add("first"));
        tasks.add(() -> done.add("second"));
        tasks.addWithoutWaking(() -> done.add("third"));
        tasks.add(() -> done.add("fourth"));
        thread.start();
        assertThat(doneByTheEnd()).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void whatComesWhileTheThreadIsAsleepIsDone() throws InterruptedException {
        thread.start();
        assertThat(doneByTheEnd()).isEmpty(); // so it has looked, and sleeps or is about to
        CountDownLatch later = new CountDownLatch(1);
        tasks.addWithoutWaking(() -> done.add("one"));
        tasks.add(later::countDown);
        assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).containsExactly("one");
    }

    @Test
    void aTaskThatFailsHoldsUpNoOther() throws InterruptedException {
        tasks.add(() -> {
            throw new IllegalStateException("on purpose");
        });
        tasks.add(() -> done.add("the next"));
        thread.start();
        assertThat(doneByTheEnd()).containsExactly("the next");
    }

    /** Where memory is short the log can't take anything either. */
    @Test
    void aTaskWhoseFailureCannotBeLoggedHoldsUpNoOtherEither() throws InterruptedException {
        Logger log = Logger.getLogger(Tasks.class.getName());
        Handler broken = new BrokenLog();
        log.addHandler(broken);
        try {
            tasks.add(() -> {
                throw new OutOfMemoryError("on purpose");
            });
            tasks.add(() -> done.add("the next"));
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
            // has nothing
        }

        @Override
        public void close() {
            // has nothing open
        }
    }
}
