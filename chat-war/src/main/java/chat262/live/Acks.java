package chat262.live;

import chat262.messages.CursorMoved;
import chat262.messages.Inbox;
import chat262.problems.FaultMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What clients have shown, on its way to the log. What one of them says of a room within a tenth of a second becomes one
 * acknowledgement. Belongs to the switchboard's thread.
 */
final class Acks {
    private final Inbox inbox;
    private final Consumer<CursorMoved> moved;
    private Map<Source, Long> waiting = new HashMap<>();

    /** Of seqs that nobody was told of yet they are kept apart: if one is refused, it takes no other with it. */
    private record Source(LiveSocket socket, long roomId, boolean wasPushed) {}

    /** {@code moved} hears of every acknowledgement that is durable. */
    Acks(Inbox inbox, Consumer<CursorMoved> moved) {
        this.inbox = inbox;
        this.moved = moved;
    }

    void add(LiveSocket socket, Audience audience, long seq) {
        waiting.merge(new Source(socket, audience.roomId(), seq <= audience.lastSeq()), seq, Math::max);
    }

    /** Passes on what has come since the last time. */
    void passOn() {
        Map<Source, Long> taken = waiting;
        waiting = new HashMap<>();
        taken.forEach(this::acknowledge);
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
