package chat262.cli.sync;

import chat262.api.Message;
import chat262.api.MessagePage;
import chat262.api.rooms.Room;
import chat262.cli.server.ChatServer;
import chat262.cli.store.Journal;
import chat262.cli.store.KnownRoom;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fetches into the journal what the server has beyond it, and compares the two where they meet. One thread at a time may
 * take a room; any thread may ask for what is known of one.
 */
final class RoomFetcher {
    private static final int PAGE = 500;

    private final ChatServer server;
    private final Journal journal;
    private final String epoch;
    private final HistoryCheck history;
    private final SyncListener listener;
    private final Runnable recheck;
    private final Map<Long, Room> rooms = new ConcurrentHashMap<>();

    /** @param recheck lets the pump compare the history again: a contradiction is for its own thread to report */
    RoomFetcher(
            ChatServer server,
            Journal journal,
            String epoch,
            HistoryCheck history,
            SyncListener listener,
            Runnable recheck) {
        this.server = server;
        this.journal = journal;
        this.epoch = epoch;
        this.history = history;
        this.listener = listener;
        this.recheck = recheck;
    }

    /** What the server last said of a room; null if it hasn't yet. */
    Room room(long id) {
        return rooms.get(id);
    }

    /** What the server last said of all rooms that it has told of. */
    Collection<Room> rooms() {
        return rooms.values();
    }

    /** Fetches what a room has beyond the journal. */
    void take(Room room) throws IOException {
        if (history.contradicts(room)) {
            throw rolledBack();
        }
        rooms.put(room.id(), room);
        journal.remember(KnownRoom.of(room));
        OptionalLong last = journal.last(room.id());
        if (last.isEmpty()) {
            journal.startAfter(room.id(), room.cursor());
        } else if (last.getAsLong() < room.since()) {
            journal.startAfter(room.id(), room.since());
            listener.missed(KnownRoom.of(room), last.getAsLong() + 1, room.since());
        }
        fetchDamaged(room);
        fetch(room.id(), room.lastSeq());
        listener.listed(room);
    }

    /** Fetches again what the journal once had and has lost by damage, as far as the server still has it. */
    private void fetchDamaged(Room room) throws IOException {
        int count = 0;
        long done = 0;
        for (Optional<Journal.Missing> missing = journal.missing(room.id(), done);
                missing.isPresent();
                missing = journal.missing(room.id(), done)) {
            long first = Math.max(missing.get().first(), done + 1);
            long size = missing.get().last() - first + 1;
            MessagePage page = server.after(room.id(), first - 1, (int) Math.min(PAGE, size));
            HistoryChanged.unless(epoch, page.epoch());
            count += journal.fill(room.id(), page.messages());
            done = first + Math.min(PAGE, size) - 1;
        }
        if (count > 0) {
            listener.fetchedAgain(KnownRoom.of(room), count);
            listener.arrived(room.id());
        }
    }

    private HistoryChanged rolledBack() {
        recheck.run();
        return new HistoryChanged(epoch);
    }

    private void fetch(long room, long upTo) throws IOException {
        long last = journal.last(room).orElseThrow();
        // If upTo is lower, the list is outdated or the history was rolled back; the answer tells which.
        while (last != upTo) {
            boolean hasLast = !journal.entries(room, last, last).isEmpty();
            MessagePage page = server.after(room, hasLast ? last - 1 : last, PAGE); // the last one too, to compare it
            HistoryChanged.unless(epoch, page.epoch());
            boolean contradicts = !page.messages().isEmpty()
                    && history.contradicts(page.messages().get(0));
            if (page.lastSeq() < last || contradicts) {
                throw rolledBack();
            }
            history.confirm(room);
            List<Message> taken = journal.accept(room, page.messages());
            last += taken.size();
            if (!taken.isEmpty()) {
                listener.arrived(room);
            }
            if (taken.isEmpty() || last >= upTo) {
                return;
            }
        }
    }
}
