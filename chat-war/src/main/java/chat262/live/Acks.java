package chat262.live;

import chat262.messages.CursorMoved;
import chat262.messages.Inbox;
import chat262.problems.FaultMapper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What clients have shown, on its way to the log. What one of them says of a room within a tenth of a second becomes one
 * acknowledgement. Thread-safe.
 */
final class Acks {
    private final Inbox inbox;
    private final Consumer<CursorMoved> moved;
    private final Subscriptions subscriptions;
    private final Map<Source, Long> waiting = new ConcurrentHashMap<>();

    private record Source(LiveSocket socket, long roomId) {}

    /** {@code moved} hears of every acknowledgement that is durable. */
    Acks(Inbox inbox, Subscriptions subscriptions, Consumer<CursorMoved> moved) {
        this.inbox = inbox;
        this.subscriptions = subscriptions;
        this.moved = moved;
    }

    /** Takes an acknowledgement in. One of a seq that nobody was told of goes on by itself, since it may be refused. */
    void add(LiveSocket socket, long roomId, long seq) {
        if (seq > subscriptions.lastSeq(roomId)) {
            acknowledge(new Source(socket, roomId), seq);
        } else {
            waiting.merge(new Source(socket, roomId), seq, Math::max);
        }
    }

    /** Passes on what has come since the last time. */
    void passOn() {
        for (Source source : waiting.keySet()) {
            Long highest = waiting.remove(source);
            if (highest != null) {
                acknowledge(source, highest);
            }
        }
    }

    private void acknowledge(Source source, long seq) {
        try {
            inbox.acknowledge(source.socket.caller(), source.roomId, seq).whenComplete((cursor, failure) -> {
                if (failure == null) {
                    moved.accept(new CursorMoved(source.roomId, source.socket.caller(), cursor));
                } else {
                    refuse(source, failure);
                }
            });
        } catch (RuntimeException e) {
            refuse(source, e);
        }
    }

    private static void refuse(Source source, Throwable failure) {
        source.socket.send(ServerFrames.problem(FaultMapper.problem(failure), source.roomId));
    }
}
