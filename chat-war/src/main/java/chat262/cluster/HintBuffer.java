package chat262.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Collects hints until they are sent: what is told of a room many times becomes one. Thread-safe. */
final class HintBuffer implements Hints {
    /** This many items wait at most; further ones are dropped, as the sweep finds what they tell. */
    static final int MAX_WAITING = 20_000;

    private final Lock lock = new ReentrantLock();
    private final Condition somethingWaits = lock.newCondition();
    private List<Consumer<HintPacker>> waiting = new ArrayList<>();
    private final Map<Long, Long> lastSeqs = new HashMap<>();
    private final Set<Object> known = new HashSet<>();

    private record Item(String what, long id, long accountId) {}

    @Override
    public void appended(long roomId, long lastSeq) {
        add(() -> {
            if (lastSeqs.size() < MAX_WAITING || lastSeqs.containsKey(roomId)) {
                lastSeqs.merge(roomId, lastSeq, Math::max);
            }
        });
    }

    @Override
    public void joined(long roomId, Set<Long> accountIds) {
        if (accountIds.isEmpty()) {
            add(new Item("founded", roomId, 0), packer -> packer.founded(roomId));
        }
        accountIds.forEach(
                accountId -> add(new Item("joined", roomId, accountId), packer -> packer.joined(roomId, accountId)));
    }

    @Override
    public void cursorMoved(long roomId, long accountId) {
        add(new Item("cursor", roomId, accountId), packer -> packer.cursor(roomId, accountId));
    }

    @Override
    public void directClosed(long roomId) {
        add(new Item("closed", roomId, 0), packer -> packer.closed(roomId));
    }

    @Override
    public void sessionsEnded(long accountId) {
        add(new Item("ended", 0, accountId), packer -> packer.ended(accountId));
    }

    @Override
    public void typing(long roomId, long accountId, String username) {
        add(new Item("typing", roomId, accountId), packer -> packer.typing(roomId, accountId, username));
    }

    private void add(Item item, Consumer<HintPacker> packing) {
        add(() -> {
            if (waiting.size() < MAX_WAITING && known.add(item)) {
                waiting.add(packing);
            }
        });
    }

    private void add(Runnable change) {
        lock.lock();
        try {
            change.run();
            somethingWaits.signal();
        } finally {
            lock.unlock();
        }
    }

    /** All that waits, as hints that are short enough to be sent; waits until there is something, or for the given time. */
    List<Hint> take(long timeoutMillis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
            while (lastSeqs.isEmpty() && waiting.isEmpty() && nanos > 0) {
                nanos = somethingWaits.awaitNanos(nanos);
            }
            HintPacker packer = new HintPacker();
            lastSeqs.forEach(packer::appended);
            waiting.forEach(packing -> packing.accept(packer));
            lastSeqs.clear();
            known.clear();
            waiting = new ArrayList<>();
            return packer.hints();
        } finally {
            lock.unlock();
        }
    }
}
