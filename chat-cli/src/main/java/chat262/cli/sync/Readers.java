package chat262.cli.sync;

import chat262.api.MemberView;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How far the others have read the one room that is watched, as far as the server tells: only for the eyes, nothing
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

    /** Asks how far they are: the stream only tells of who moves. What is asked meanwhile is asked once. */
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
            // The next time that somebody moves, the stream tells.
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

    /** So far they have come now. */
    void moved(long where, Map<String, Long> cursors) {
        synchronized (this) {
            if (where != room) {
                return;
            }
            cursors.forEach((name, seq) -> members.computeIfPresent(name, (same, member) -> upTo(member, seq)));
            if (!members.keySet().containsAll(cursors.keySet())) {
                ask(); // since when they are here, the stream doesn't tell
            }
        }
        listener.read(where);
    }

    /** Something has happened in a room: somebody may have come or gone. */
    synchronized void changed(long where) {
        if (where == room) {
            ask();
        }
    }

    private static MemberView upTo(MemberView member, long seq) {
        return new MemberView(member.username(), member.role(), member.since(), Math.max(seq, member.cursor()));
    }

    /**
     * The names of those, as far as is known, who have seen an entry of the room, oneself among them. The cursor of one who
     * came later is above it, too, and says nothing of it.
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
