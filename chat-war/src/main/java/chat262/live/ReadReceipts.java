package chat262.live;

import chat262.messages.writer.CursorMoved;
import java.util.Map;

/** Pushes moved cursors: to the account's other devices at once, and to watchers from time to time. Used by the event loop only. */
final class ReadReceipts {
    private final Subscriptions subscriptions;

    ReadReceipts(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** Pushes a cursor to the other devices of its account and keeps it for the watchers; returns whether there are any. */
    boolean cursorMoved(CursorMoved event) {
        RoomSubscribers room = subscriptions.room(event.roomId());
        long accountId = event.caller().accountId();
        if (room == null || !room.moveCursor(accountId, event.caller().username(), event.cursor())) {
            return false;
        }
        byte[] cursor = null;
        for (Subscriber device : subscriptions.of(accountId)) {
            if (device.caller().sessionId() != event.caller().sessionId() && room.has(device)) {
                cursor = cursor == null ? ServerFrames.cursor(event.roomId(), event.cursor()) : cursor;
                device.send(cursor);
            }
        }
        return !room.watchers().isEmpty();
    }

    /** Pushes to all watchers what has moved since the last time. */
    void flush() {
        for (RoomSubscribers room : subscriptions.rooms()) {
            Map<String, Long> moved = room.takeMovedCursors();
            if (!moved.isEmpty()) {
                byte[] cursors = ServerFrames.cursors(room.roomId(), moved);
                room.watchers().forEach(watcher -> watcher.send(cursors));
            }
        }
    }
}
