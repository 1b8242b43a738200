package chat262.messages.writer;

import chat262.accounts.Caller;
import chat262.api.Content;
import chat262.api.Message;
import chat262.problems.Problems;
import chat262.rooms.MemberId;
import chat262.rooms.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What waits for the {@link LogWriter}: sends in their order, and how far members have acknowledged. Thread-safe. */
@ApplicationScoped
public class Inbox {
    /** Maximum of waiting sends, and of waiting cursors; further ones are refused at once. */
    static final int MAX_WAITING = 4096;

    /** The same for each room that is put aside. */
    static final int MAX_ASIDE = 256;

    /** Maximum of sends in a transaction, so that a room isn't locked for long. */
    static final int MAX_BATCH = 256;

    /**
     * Cursors in a transaction: few, because acknowledgements come many at once and no reader waits for them, while a message
     * that comes just after them waits until they are stored.
     */
    static final int CURSORS_PER_BATCH = 16;

    /** Not this object's own monitor: a synchronized method would make its CDI proxy a second lock. */
    private final Lock lock = new ReentrantLock();

    private final Condition somethingWaits = lock.newCondition();
    private final WaitingItems waiting = new WaitingItems();

    /** What waits for rooms that are put aside. */
    private final Map<Long, WaitingItems> aside = new HashMap<>();

    private boolean closed;
    private boolean drained;

    /**
     * Accepts a message. The answer comes when it is durable, or is known under its key, or is refused.
     *
     * @throws chat262.problems.ProblemException {@code overloaded}: too many wait, and nothing was stored
     */
    public CompletionStage<Result<Message>> send(Caller caller, long roomId, Content content, String key) {
        RequestCallback callback = new RequestCallback();
        send(caller, roomId, content, key, callback);
        return callback.answer();
    }

    /** The same; the callback gets the outcome. */
    public void send(Caller caller, long roomId, Content content, String key, SendCallback callback) {
        Send send = new Send(caller, roomId, content, key, callback);
        lock.lock();
        try {
            WaitingItems waits = placeOf(roomId);
            refuseIf(waits.sendCount() >= maxIn(waits));
            waits.add(send);
            somethingWaits.signal();
        } finally {
            lock.unlock();
        }
    }

    private WaitingItems placeOf(long roomId) {
        return aside.isEmpty() ? waiting : aside.getOrDefault(roomId, waiting);
    }

    private int maxIn(WaitingItems place) {
        return place == waiting ? MAX_WAITING : MAX_ASIDE;
    }

    /**
     * Accepts that a member has shown everything up to a seq. The answer, where the cursor stands, comes when that is
     * durable.
     *
     * @throws chat262.problems.ProblemException {@code overloaded}: too many wait, and nothing was stored
     */
    public CompletionStage<Long> acknowledge(Caller caller, long roomId, long seq) {
        lock.lock();
        try {
            WaitingItems waits = placeOf(roomId);
            refuseIf(waits.askedCount() >= maxIn(waits));
            CompletionStage<Long> answer = waits.ask(new MemberId(roomId, caller.accountId()), seq);
            somethingWaits.signal();
            return answer;
        } finally {
            lock.unlock();
        }
    }

    private void refuseIf(boolean full) {
        if (full || closed) {
            throw Problems.overloaded();
        }
    }

    /**
     * What waits, up to the size of a batch and of cursors a share, as soon as there is anything; empty when closed and
     * nothing waits.
     */
    Batch take() {
        lock.lock();
        try {
            awaitSomething();
            drained = waiting.isEmpty();
            return waiting.take();
        } finally {
            lock.unlock();
        }
    }

    private void awaitSomething() {
        try {
            while (waiting.isEmpty() && !closed) {
                somethingWaits.await();
            }
        } catch (InterruptedException e) {
            closed = true; // only a container that stops interrupts the writer
        }
    }

    /** From now on, what waits for a room, and what comes for it, is not given out by {@link #take}. */
    void putAside(long roomId) {
        lock.lock();
        try {
            waiting.moveTo(aside.computeIfAbsent(roomId, same -> new WaitingItems()), roomId);
        } finally {
            lock.unlock();
        }
    }

    /** Ends that; false if {@link #take} will give out nothing any more: then {@link #takeAside} must. */
    boolean takeBack(long roomId) {
        lock.lock();
        try {
            if (drained) {
                return false;
            }
            aside.remove(roomId).moveTo(waiting, roomId);
            somethingWaits.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Some of what waits for a room that is put aside; if there is nothing, that ends. */
    Batch takeAside(long roomId) {
        lock.lock();
        try {
            WaitingItems waits = aside.getOrDefault(roomId, new WaitingItems());
            if (waits.isEmpty()) {
                aside.remove(roomId);
            }
            return waits.take();
        } finally {
            lock.unlock();
        }
    }

    /** Refuses what comes from now on; what waits can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            somethingWaits.signal();
        } finally {
            lock.unlock();
        }
    }
}
