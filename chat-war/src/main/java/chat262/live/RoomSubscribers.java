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

/** The connected devices of a room's members, and what has been pushed to them. Used by the event loop only. */
final class RoomSubscribers {
    private static final long TYPING_INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final long roomId;
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();
    private final Set<Subscriber> watchers = new LinkedHashSet<>();

    /** The members' cursors, as far as they are known, by account. */
    private final Map<Long, Long> cursors = new HashMap<>();

    /** Cursors, by username, not yet sent to the watchers. */
    private final Map<String, Long> movedCursors = new TreeMap<>();

    /** When each member's typing was last pushed, by account and {@code System.nanoTime()}. */
    private final Map<Long, Long> typingPushedAt = new HashMap<>();

    private long lastSeq;

    /** Whether the room is known to be closed. */
    private boolean closed;

    RoomSubscribers(long roomId, long lastSeq) {
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

    /** Subscribes some devices to the room; returns those that weren't before. */
    List<Subscriber> add(Collection<Subscriber> more) {
        List<Subscriber> added = new ArrayList<>();
        for (Subscriber subscriber : more) {
            if (subscribers.add(subscriber)) {
                subscriber.roomIds().add(roomId);
                added.add(subscriber);
            }
        }
        return added;
    }

    void remove(Subscriber subscriber) {
        subscribers.remove(subscriber);
        watchers.remove(subscriber);
        subscriber.roomIds().remove(roomId);
    }

    boolean has(Subscriber subscriber) {
        return subscribers.contains(subscriber);
    }

    boolean isEmpty() {
        return subscribers.isEmpty();
    }

    Set<Subscriber> all() {
        return subscribers;
    }

    void watch(Subscriber subscriber, boolean on) {
        if (on) {
            watchers.add(subscriber);
        } else {
            watchers.remove(subscriber);
        }
    }

    /** The devices that show the room, and get cursors and typing. */
    Set<Subscriber> watchers() {
        return watchers;
    }

    /** Whether a member's cursor is known. */
    boolean knowsCursor(long accountId) {
        return cursors.containsKey(accountId);
    }

    /** Keeps a member's cursor that no device needs to be told. */
    void noteCursor(long accountId, long cursor) {
        cursors.put(accountId, cursor);
    }

    /** Notes that the room is closed; false if that was noted before. */
    boolean close() {
        boolean isNew = !closed;
        closed = true;
        return isNew;
    }

    /** Keeps a member's new cursor; false if it is not beyond the one that is known. */
    boolean moveCursor(long accountId, String username, long cursor) {
        Long before = cursors.get(accountId);
        if (before != null && before >= cursor) {
            return false;
        }
        cursors.put(accountId, cursor);
        if (!watchers.isEmpty()) {
            movedCursors.put(username, cursor);
        }
        return true;
    }

    /** Whether a member's typing is to be pushed: once a second is enough. */
    private boolean isTypingDue(long accountId, long now) {
        Long before = typingPushedAt.get(accountId);
        if (before != null && now - before < TYPING_INTERVAL_NANOS) {
            return false;
        }
        typingPushedAt.put(accountId, now);
        return true;
    }

    /** Tells the watchers that a member types; returns whether that was due. */
    boolean pushTyping(long accountId, String username) {
        if (!isTypingDue(accountId, System.nanoTime())) {
            return false;
        }
        byte[] typing = ServerFrames.typing(roomId, username);
        for (Subscriber watcher : watchers) {
            if (watcher.caller().accountId() != accountId) {
                watcher.send(typing);
            }
        }
        return true;
    }

    /** Takes the cursors not yet sent to the watchers. */
    Map<String, Long> takeMovedCursors() {
        Map<String, Long> taken = new TreeMap<>(movedCursors);
        movedCursors.clear();
        return taken;
    }
}
