package chat262.cli.sync;

import chat262.api.Message;
import chat262.api.rooms.Room;
import chat262.cli.store.Journal;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether the server's history continues the journal. A server that was away may have come back with an older history, so
 * the check is repeated whenever that may have happened: the whole list of rooms is asked for, and each room is compared.
 * Thread-safe.
 */
final class HistoryCheck {
    private final Journal journal;
    private final AtomicLong wanted = new AtomicLong(1);
    private final Set<Long> uncompared = ConcurrentHashMap.newKeySet();
    private volatile long answered;

    HistoryCheck(Journal journal) {
        this.journal = journal;
    }

    /** The server may have another history than before: everything has to be compared again. */
    void invalidate() {
        wanted.incrementAndGet();
    }

    /** The check for which the whole list has to be asked for; empty if that was done. */
    OptionalLong pending() {
        long check = wanted.get();
        return check == answered ? OptionalLong.empty() : OptionalLong.of(check);
    }

    /**
     * The whole list has come, and was asked for after a check became pending. A room that ends where the journal does is
     * compared at once, so that it doesn't wait for what other rooms have to fetch first.
     */
    void listReceived(long check, List<Room> all) throws IOException {
        uncompared.clear();
        for (Room room : all) {
            OptionalLong last = journal.last(room.id());
            if (last.isPresent() && last.getAsLong() != room.lastSeq() || contradicts(room)) {
                uncompared.add(room.id());
            }
        }
        answered = check;
    }

    /** A room was compared, and continues the journal. */
    void confirm(long room) {
        uncompared.remove(room);
    }

    /** Whether a room is known to continue the journal. */
    boolean isConfirmed(long room) {
        return answered == wanted.get() && !uncompared.contains(room);
    }

    /** Whether all rooms are. */
    boolean isAllConfirmed() {
        return answered == wanted.get() && uncompared.isEmpty();
    }

    /** Whether the journal knows another room of that number, or another entry in the place of its last one. */
    boolean contradicts(Room room) throws IOException {
        boolean isAnother = journal.room(room.id())
                .filter(known -> !isSame(known.createdAt(), room.createdAt()))
                .isPresent();
        return isAnother || room.lastMessage() != null && contradicts(room.lastMessage());
    }

    /** Whether the journal has another entry in the place of one of the server's. */
    boolean contradicts(Message entry) throws IOException {
        List<Message> ours = journal.entries(entry.room(), entry.seq(), entry.seq());
        return !ours.isEmpty() && !isSame(ours.get(0).sentAt(), entry.sentAt());
    }

    private static boolean isSame(Instant one, Instant other) {
        return one.toEpochMilli() == other.toEpochMilli();
    }
}
