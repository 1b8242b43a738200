package chat262.cli.sync;

import chat262.api.rooms.MemberView;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How far other members have read the one room that is watched, as far as the server tells. It is only displayed; nothing
 * depends on it. Thread-safe.
 */
public final class Readers {
    /** No room. */
    static final long NONE = 0;

    private final ChatServer server;
    private final SyncListener listener;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "readers");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, MemberView> members = new HashMap<>();
    private long room = NONE;
    private boolean isDue;

    Readers(ChatServer server, SyncListener listener) {
        this.server = server;
        this.listener = listener;
    }

    /** The room that is watched; {@link #NONE} if none is. */
    synchronized long room() {
        return room;
    }

    /** Another room is watched from now on, or none. */
    synchronized void watch(long next) {
        room = next;
        members.clear();
        ask();
    }

    /** Asks for all cursors: the stream only tells those that move. Several requests before the answer become one. */
    synchronized void ask() {
        if (room != NONE && !isDue && !asking.isShutdown()) {
            isDue = true;
            asking.execute(this::askNow);
        }
    }

    private synchronized long begin() {
        isDue = false;
        return room;
    }

    private void askNow() {
        long asked = begin();
        if (asked == NONE) {
            return;
        }
        try {
            answered(asked, server.room(asked).members());
        } catch (NoAnswer | RequestRejected e) {
            // The stream tells the next cursor that moves.
        }
    }

    private void answered(long where, List<MemberView> found) {
        synchronized (this) {
            if (where != room) {
                return;
            }
            Map<String, MemberView> before = Map.copyOf(members);
            members.clear();
            found.stream().filter(member -> member.username() != null).forEach(member -> {
                MemberView known = before.getOrDefault(member.username(), member);
                members.put(member.username(), upTo(member, known.cursor())); // the stream may have been faster
            });
        }
        listener.read(where);
    }

    /** Cursors of other members have moved. */
    void moved(long where, Map<String, Long> cursors) {
        synchronized (this) {
            if (where != room) {
                return;
            }
            cursors.forEach((name, seq) -> members.computeIfPresent(name, (same, member) -> upTo(member, seq)));
            if (!members.keySet().containsAll(cursors.keySet())) {
                ask(); // the stream doesn't tell since when a member is here
            }
        }
        listener.read(where);
    }

    /** An event has happened in a room: its members may have changed. */
    synchronized void changed(long where) {
        if (where == room) {
            ask();
        }
    }

    private static MemberView upTo(MemberView member, long seq) {
        return new MemberView(member.username(), member.role(), member.since(), Math.max(seq, member.cursor()));
    }

    /**
     * The names of the members, this account included, that have seen an entry of the room as far as is known. Members that
     * joined after the entry don't count, although their cursors are above it.
     */
    public synchronized List<String> whoHasSeen(long seq) {
        return members.values().stream()
                .filter(member -> member.since() < seq && member.cursor() >= seq)
                .map(MemberView::username)
                .sorted()
                .toList();
    }

    void close() {
        asking.shutdownNow();
    }
}
