package chat262.cli.sync;

import chat262.api.MemberView;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.Refused;
import java.util.HashMap;
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
    private final Watcher watcher;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "readers");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Long> cursors = new HashMap<>();
    private long room = NONE;

    Readers(ChatServer server, Watcher watcher) {
        this.server = server;
        this.watcher = watcher;
    }

    /** The room that is watched; {@link #NONE} if none is. */
    synchronized long room() {
        return room;
    }

    /** Another room is watched from now on, or none. */
    synchronized void watch(long next) {
        room = next;
        cursors.clear();
        ask();
    }

    /** Asks how far they are: the stream only tells of who moves. */
    synchronized void ask() {
        long asked = room;
        if (asked != NONE && !asking.isShutdown()) {
            asking.execute(() -> ask(asked));
        }
    }

    private void ask(long asked) {
        try {
            Map<String, Long> found = new HashMap<>();
            for (MemberView member : server.room(asked).members()) {
                if (member.username() != null) {
                    found.put(member.username(), member.cursor());
                }
            }
            moved(asked, found);
        } catch (NoAnswer | Refused e) {
            // The next time that somebody moves, the stream tells.
        }
    }

    /** So far they have come now. */
    void moved(long where, Map<String, Long> found) {
        synchronized (this) {
            if (where != room) {
                return;
            }
            found.forEach((name, seq) -> cursors.merge(name, seq, Math::max));
        }
        watcher.read(where);
    }

    /** How far each member is who is known to be anywhere, oneself among them. */
    public synchronized Map<String, Long> cursors() {
        return Map.copyOf(cursors);
    }

    void close() {
        asking.shutdownNow();
    }
}
