package chat262.it.proxy.database;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something to be done once, when a commit comes to a moment. Thread-safe. */
final class CommitTrap {
    private final CommitMoment moment;
    private final boolean goesOn;
    private final Runnable action;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile RuntimeException failure;

    /** @param goesOn whether the message that was held arrives afterwards */
    CommitTrap(CommitMoment moment, boolean goesOn, Runnable action) {
        this.moment = moment;
        this.goesOn = goesOn;
        this.action = action;
    }

    CommitMoment moment() {
        return moment;
    }

    /** Does it, in the thread that holds the message; returns whether that goes on. */
    boolean spring() {
        begun.countDown();
        try {
            action.run();
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            ended.countDown();
        }
        return goesOn;
    }

    boolean hasBegun(Duration timeout) throws InterruptedException {
        return begun.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns when it is done; throws what it has thrown. */
    void awaitEnd() throws InterruptedException {
        ended.await();
        if (failure != null) {
            throw failure;
        }
    }
}
