package chat262.live;

import chat262.messages.writer.CursorMoved;
import chat262.rooms.MemberCursor;
import chat262.rooms.NamedCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pushes moved cursors: to the account's other devices at once, and to watchers from time to time. Used by the event loop only. */
final class ReadReceipts {
    /** Sessions have ids from 1. */
    private static final long NO_SESSION = 0;

    /** So many cursors with names of the greatest length fit into a frame. */
    private static final int MAX_CURSORS_IN_FRAME = 150;

    private final Subscriptions subscriptions;
    private final boolean hasOtherNodes;

    /** Without other nodes all cursors that move are told by events. */
    ReadReceipts(Subscriptions subscriptions, boolean hasOtherNodes) {
        this.subscriptions = subscriptions;
        this.hasOtherNodes = hasOtherNodes;
    }

    /** Pushes a cursor to the other devices of its account and keeps it for the watchers; returns whether there are any. */
    boolean cursorMoved(CursorMoved event) {
        NamedCursor cursor = new NamedCursor(
                event.roomId(), event.caller().accountId(), event.caller().username(), event.cursor());
        return moved(cursor, event.caller().sessionId());
    }

    /** The same for a cursor that another node has moved. */
    boolean movedElsewhere(NamedCursor cursor) {
        return moved(cursor, NO_SESSION);
    }

    /**
     * A connected account's cursor as the table has it. Nothing is pushed of one that was not known: its devices are told when
     * they are subscribed. Watchers are told with the next {@link #flush}.
     */
    void seen(MemberCursor member) {
        RoomSubscribers room = hasOtherNodes ? subscriptions.room(member.roomId()) : null;
        if (room == null) {
            return;
        }
        String username = subscriptions.username(member.accountId());
        if (username != null && room.knowsCursor(member.accountId())) {
            movedElsewhere(new NamedCursor(member.roomId(), member.accountId(), username, member.cursor()));
        } else {
            room.noteCursor(member.accountId(), member.cursor());
        }
    }

    private boolean moved(NamedCursor moved, long sessionId) {
        RoomSubscribers room = subscriptions.room(moved.roomId());
        if (room == null || !room.moveCursor(moved.accountId(), moved.username(), moved.cursor())) {
            return false;
        }
        byte[] cursor = null;
        for (Subscriber device : subscriptions.of(moved.accountId())) {
            if (device.caller().sessionId() != sessionId && room.has(device)) {
                cursor = cursor == null ? ServerFrames.cursor(moved.roomId(), moved.cursor()) : cursor;
                device.send(cursor);
            }
        }
        return !room.watchers().isEmpty();
    }

    /** Pushes to all watchers what has moved since the last time. */
    void flush() {
        for (RoomSubscribers room : subscriptions.rooms()) {
            for (Map<String, Long> moved : parts(room.takeMovedCursors())) {
                byte[] cursors = ServerFrames.cursors(room.roomId(), moved);
                room.watchers().forEach(watcher -> watcher.send(cursors));
            }
        }
    }

    private static List<Map<String, Long>> parts(Map<String, Long> moved) {
        List<Map<String, Long>> parts = new ArrayList<>();
        moved.forEach((username, cursor) -> {
            if (parts.isEmpty() || parts.get(parts.size() - 1).size() == MAX_CURSORS_IN_FRAME) {
                parts.add(new TreeMap<>());
            }
            parts.get(parts.size() - 1).put(username, cursor);
        });
        return parts;
    }
}
