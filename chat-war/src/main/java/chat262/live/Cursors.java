package chat262.live;

import chat262.messages.CursorMoved;
import java.util.Map;

/** Tells of cursors that move: one's other devices at once, and watchers from time to time. The switchboard's thread's. */
final class Cursors {
    private final Subscriptions subscriptions;

    Cursors(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** Somebody has acknowledged. */
    void moved(CursorMoved event) {
        Audience audience = subscriptions.audience(event.roomId());
        long accountId = event.caller().accountId();
        if (audience == null || !audience.moved(accountId, event.caller().username(), event.cursor())) {
            return;
        }
        byte[] cursor = null;
        for (LiveSocket socket : subscriptions.of(accountId)) {
            if (socket.caller().sessionId() != event.caller().sessionId() && audience.has(socket)) {
                cursor = cursor == null ? ServerFrames.cursor(event.roomId(), event.cursor()) : cursor;
                socket.send(cursor);
            }
        }
    }

    /** Tells watchers of all that have moved since the last time. */
    void tellWatchers() {
        for (Audience audience : subscriptions.audiences()) {
            Map<String, Long> moved = audience.takeNews();
            if (!moved.isEmpty()) {
                byte[] cursors = ServerFrames.cursors(audience.roomId(), moved);
                audience.watchers().forEach(watcher -> watcher.send(cursors));
            }
        }
    }
}
