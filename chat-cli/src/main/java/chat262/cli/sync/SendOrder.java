package chat262.cli.sync;

import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which messages may be sent now, so that none overtakes an older one for the same room. */
final class SendOrder {
    private final Outbox outbox;
    private final Receiver receiver;

    SendOrder(Outbox outbox, Receiver receiver) {
        this.outbox = outbox;
        this.receiver = receiver;
    }

    /** The rooms that something can be sent to. */
    Set<Long> rooms() {
        return outbox.waiting().stream()
                .filter(OutboxEntry::resolved)
                .map(OutboxEntry::room)
                .distinct()
                .filter(room -> next(room).isPresent())
                .collect(Collectors.toSet());
    }

    /** The oldest for a room; none while an older one only has a name that may turn out to be the same room's. */
    Optional<OutboxEntry> next(long room) {
        List<OutboxEntry> waiting = outbox.waiting();
        return waiting.stream()
                .filter(entry -> receiver.isConfirmed(room) && entry.resolved() && entry.room() == room)
                .findFirst()
                .filter(entry -> waiting.stream()
                        .takeWhile(older -> older != entry)
                        .noneMatch(older -> mayBelong(older, entry)));
    }

    private static boolean mayBelong(OutboxEntry older, OutboxEntry entry) {
        return !older.resolved() && (older.room() == entry.room() || RoomFinder.mayMean(older.to(), entry.to()));
    }
}
