package chat262.cli.sync;

import chat262.api.Message;
import chat262.api.Room;
import chat262.cli.store.Journal;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether what the server has goes on from what the journal has. A server that was away may have come back with an
 * older history; so whenever that may have happened there is a doubt, until the whole list of rooms was asked for and
 * each room was compared. Thread-safe.
 */
final class HistoryCheck {
    private final Journal journal;
    private final AtomicLong doubts = new AtomicLong(1);
    private final Set<Long> uncompared = ConcurrentHashMap.newKeySet();
    private volatile long answered;

    HistoryCheck(Journal journal) {
        this.journal = journal;
    }

    /** The server may have another history than it had. */
    void doubt() {
        doubts.incrementAndGet();
    }

    /** The doubt for which the whole list has to be asked for; empty if it was. */
    OptionalLong unanswered() {
        long doubt = doubts.get();
        return doubt == answered ? OptionalLong.empty() : OptionalLong.of(doubt);
    }

    /**
     * The whole list has come, and was asked for after a doubt. What ends where the journal does is compared at once, so
     * that it doesn't wait for what the others have to fetch first.
     */
    void answer(long doubt, List<Room> all) throws IOException {
        uncompared.clear();
        for (Room room : all) {
            OptionalLong last = journal.last(room.id());
            if (last.isPresent() && last.getAsLong() != room.lastSeq() || isRefutedBy(room)) {
                uncompared.add(room.id());
            }
        }
        answered = doubt;
    }

    /** A room was compared, and goes on from the journal. */
    void found(long room) {
        uncompared.remove(room);
    }

    /** Whether a room goes on from the journal, as far as can be known. */
    boolean isOn(long room) {
        return answered == doubts.get() && !uncompared.contains(room);
    }

    /** Whether all do. */
    boolean isOnAll() {
        return answered == doubts.get() && uncompared.isEmpty();
    }

    /** Whether the journal knows another room of that number, or another entry in the place of its last one. */
    boolean isRefutedBy(Room room) throws IOException {
        boolean isAnother = journal.room(room.id())
                .filter(known -> !isSame(known.createdAt(), room.createdAt()))
                .isPresent();
        return isAnother || room.lastMessage() != null && isRefutedBy(room.lastMessage());
    }

    /** Whether the journal has another entry in the place of one of the server's. */
    boolean isRefutedBy(Message entry) throws IOException {
        List<Message> ours = journal.entries(entry.room(), entry.seq(), entry.seq());
        return !ours.isEmpty() && !isSame(ours.get(0).sentAt(), entry.sentAt());
    }

    private static boolean isSame(Instant one, Instant other) {
        return one.toEpochMilli() == other.toEpochMilli();
    }
}
