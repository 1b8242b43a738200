package chat262.messages;

import chat262.accounts.Caller;
import chat262.api.Content;
import chat262.api.Message;
import chat262.problems.Problems;
import chat262.rooms.MemberId;
import chat262.rooms.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** Maximum of sends in a transaction, so that a room isn't locked for long. */
    static final int MAX_BATCH = 256;

    /**
     * Cursors in a transaction: few, because acknowledgements come many at once and no reader waits for them, while a message
     * that comes just after them waits until they are stored.
     */
    static final int CURSORS_PER_BATCH = 16;

    /** When many wait, a share of them, so that a slow disk is not asked once for every few. */
    private static final int SHARE_OF_CURSORS = 4;

    /** Not this object's own monitor: a synchronized method would make its CDI proxy a second lock. */
    private final Lock lock = new ReentrantLock();

    private final Condition somethingWaits = lock.newCondition();
    private final ArrayDeque<Send> sends = new ArrayDeque<>();
    private final Map<MemberId, Acknowledgement> acknowledgements = new LinkedHashMap<>();
    private int asked;
    private boolean closed;

    /**
     * Accepts a message. The answer comes when it is durable, or is known under its key, or is refused.
     *
     * @throws chat262.problems.ProblemException {@code overloaded}: too many wait, and nothing was stored
     */
    public CompletionStage<Result<Message>> send(Caller caller, long roomId, Content content, String key) {
        Send send = new Send(caller, roomId, content, key);
        lock.lock();
        try {
            refuseIf(sends.size() >= MAX_WAITING);
            sends.add(send);
            somethingWaits.signal();
        } finally {
            lock.unlock();
        }
        return send.answer();
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
            refuseIf(asked >= MAX_WAITING);
            Acknowledgement acknowledgement =
                    acknowledgements.computeIfAbsent(new MemberId(roomId, caller.accountId()), Acknowledgement::new);
            int before = acknowledgement.size();
            CompletionStage<Long> answer = acknowledgement.ask(seq);
            asked += acknowledgement.size() - before;
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
            return new Batch(takeSends(), takeAcknowledgements());
        } finally {
            lock.unlock();
        }
    }

    private void awaitSomething() {
        try {
            while (sends.isEmpty() && acknowledgements.isEmpty() && !closed) {
                somethingWaits.await();
            }
        } catch (InterruptedException e) {
            closed = true; // only a container that stops interrupts the writer
        }
    }

    private List<Send> takeSends() {
        List<Send> first = new ArrayList<>(Math.min(sends.size(), MAX_BATCH));
        while (!sends.isEmpty() && first.size() < MAX_BATCH) {
            first.add(sends.poll());
        }
        return first;
    }

    private List<Acknowledgement> takeAcknowledgements() {
        int most = Math.min(MAX_BATCH, Math.max(CURSORS_PER_BATCH, acknowledgements.size() / SHARE_OF_CURSORS));
        List<Acknowledgement> first = new ArrayList<>(most);
        Iterator<Acknowledgement> waiting = acknowledgements.values().iterator();
        while (waiting.hasNext() && first.size() < most) {
            Acknowledgement next = waiting.next();
            asked -= next.size();
            first.add(next);
            waiting.remove();
        }
        return first;
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
