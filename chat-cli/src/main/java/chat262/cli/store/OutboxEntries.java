package chat262.cli.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an outbox holds, by key: the last record of a key counts, the first one gives the entry its place. */
final class OutboxEntries {
    private final Map<String, OutboxEntry> entries = new LinkedHashMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private final SortedMap<Long, OutboxEntry> waiting = new TreeMap<>();

    void know(OutboxEntry entry) {
        entries.put(entry.key(), entry);
        long place = places.computeIfAbsent(entry.key(), first -> (long) places.size() + 1);
        if (entry.isWaiting()) {
            waiting.put(place, entry);
        } else {
            waiting.remove(place);
        }
    }

    void clear() {
        List.of(entries, places, waiting).forEach(Map::clear);
    }

    /** The entry of a key; null if there is none. */
    OutboxEntry get(String key) {
        return entries.get(key);
    }

    /** Where an entry stands, counted from 1 in the order in which they were written; 0 if it isn't here. */
    long place(String key) {
        return places.getOrDefault(key, 0L);
    }

    List<OutboxEntry> all() {
        return new ArrayList<>(entries.values());
    }

    List<OutboxEntry> waiting() {
        return List.copyOf(waiting.values());
    }

    /** Forgets what was settled before a time. */
    void forgetSettledBefore(Instant oldest) {
        entries.values()
                .removeIf(entry -> !entry.isWaiting() && entry.settledAt().isBefore(oldest));
    }
}
