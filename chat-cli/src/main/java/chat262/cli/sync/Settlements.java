package chat262.cli.sync;

import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reports each message once that was stored or refused, by this process or another. */
final class Settlements {
    private final Outbox outbox;
    private final SyncListener listener;
    private final Set<String> unsettled = ConcurrentHashMap.newKeySet();

    Settlements(Outbox outbox, SyncListener listener) {
        this.outbox = outbox;
        this.listener = listener;
    }

    /** A message is about to be added to the outbox; another process may settle it before it was seen waiting. */
    void expect(OutboxEntry entry) {
        unsettled.add(entry.key());
    }

    /** Reports what was settled since the last time, in the order in which it was written. */
    void report() {
        outbox.waiting().forEach(this::expect);
        List<OutboxEntry> settled = unsettled.stream()
                .flatMap(key -> outbox.find(key).stream())
                .filter(entry -> !entry.isWaiting())
                .sorted(Comparator.comparing(OutboxEntry::writtenAt))
                .toList();
        for (OutboxEntry entry : settled) {
            unsettled.remove(entry.key());
            listener.settled(entry);
        }
    }
}
