package chat262.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The sockets of a room's members, and what they were told. Belongs to the switchboard's thread. */
final class Audience {
    private static final long TYPING_NANOS = Duration.ofSeconds(1).toNanos();

    private final long roomId;
    private final Set<LiveSocket> sockets = new LinkedHashSet<>();
    private final Set<LiveSocket> watchers = new LinkedHashSet<>();

    /** Where members' cursors are known to stand, by account. */
    private final Map<Long, Long> cursors = new HashMap<>();

    /** Cursors that the watchers have not been told of. */
    private final Map<String, Long> news = new TreeMap<>();

    /** When members were last told to be typing, by {@code System.nanoTime()}. */
    private final Map<Long, Long> typedAt = new HashMap<>();

    private long lastSeq;

    Audience(long roomId, long lastSeq) {
        this.roomId = roomId;
        this.lastSeq = lastSeq;
    }

    long roomId() {
        return roomId;
    }

    /** The seq of the last entry that was pushed. */
    long lastSeq() {
        return lastSeq;
    }

    void pushed(long seq) {
        lastSeq = seq;
    }

    /** Lets some sockets hear of the room; those of them that didn't before. */
    List<LiveSocket> add(Collection<LiveSocket> more) {
        List<LiveSocket> added = new ArrayList<>();
        for (LiveSocket socket : more) {
            if (sockets.add(socket)) {
                socket.rooms().add(this);
                added.add(socket);
            }
        }
        return added;
    }

    void remove(LiveSocket socket) {
        sockets.remove(socket);
        watchers.remove(socket);
        socket.rooms().remove(this);
    }

    boolean has(LiveSocket socket) {
        return sockets.contains(socket);
    }

    boolean isEmpty() {
        return sockets.isEmpty();
    }

    Set<LiveSocket> sockets() {
        return sockets;
    }

    void watch(LiveSocket socket, boolean on) {
        if (on) {
            watchers.add(socket);
        } else {
            watchers.remove(socket);
        }
    }

    Set<LiveSocket> watchers() {
        return watchers;
    }

    /** Notes where a cursor stands; false if that was known. */
    boolean moved(long accountId, String username, long cursor) {
        Long before = cursors.get(accountId);
        if (before != null && before >= cursor) {
            return false;
        }
        cursors.put(accountId, cursor);
        if (!watchers.isEmpty()) {
            news.put(username, cursor);
        }
        return true;
    }

    /** Whether a member's typing is worth telling: once a second is enough. */
    boolean types(long accountId, long now) {
        Long before = typedAt.get(accountId);
        if (before != null && now - before < TYPING_NANOS) {
            return false;
        }
        typedAt.put(accountId, now);
        return true;
    }

    /** What the watchers have not been told of, and from now on have. */
    Map<String, Long> takeNews() {
        Map<String, Long> taken = new TreeMap<>(news);
        news.clear();
        return taken;
    }
}
