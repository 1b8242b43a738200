package chat262.live;

import chat262.messages.writer.CursorMoved;
import chat262.messages.writer.Inbox;
import chat262.problems.FaultMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Collects acknowledgements on their way to the log: those of one device for one room become a single one. Used by the event
 * loop only.
 */
final class AckBuffer {
    private final Inbox inbox;
    private final Consumer<CursorMoved> moved;
    private Map<Source, Long> waiting = new HashMap<>();

    /** Acknowledgements of entries that were not pushed yet are kept apart: if one is refused, it takes no other with it. */
    private record Source(Subscriber subscriber, long roomId, boolean wasPushed) {}

    /** {@code moved} is told of every acknowledgement that is durable. */
    AckBuffer(Inbox inbox, Consumer<CursorMoved> moved) {
        this.inbox = inbox;
        this.moved = moved;
    }

    void add(Subscriber subscriber, RoomSubscribers room, long seq) {
        waiting.merge(new Source(subscriber, room.roomId(), seq <= room.lastSeq()), seq, Math::max);
    }

    /** Hands over what has come since the last time. */
    void flush() {
        Map<Source, Long> taken = waiting;
        waiting = new HashMap<>();
        taken.forEach(this::acknowledge);
    }

    private void acknowledge(Source source, long seq) {
        try {
            inbox.acknowledge(source.subscriber.caller(), source.roomId, seq).whenComplete((cursor, failure) -> {
                if (failure == null) {
                    moved.accept(new CursorMoved(source.roomId, source.subscriber.caller(), cursor));
                } else {
                    reject(source, failure);
                }
            });
        } catch (RuntimeException e) {
            reject(source, e);
        }
    }

    private static void reject(Source source, Throwable failure) {
        source.subscriber.send(ServerFrames.problem(FaultMapper.problem(failure), source.roomId));
    }
}
