package chat262.accounts.passwords;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A bounded queue that serves its clients in turn, one item each: a client that asks for much waits for itself. When it is
 * full, a client with less in it displaces the last item of the one with the most. Not thread-safe.
 */
final class FairQueue<T> {
    private final int max;
    private final Map<Object, Deque<T>> byClient = new LinkedHashMap<>();
    private int size;

    FairQueue(int max) {
        this.max = max;
    }

    /** Adds an item; returns the one that is refused for it, which may be the same. */
    Optional<T> offer(Object client, T item) {
        Optional<T> refused = Optional.empty();
        if (size == max) {
            Map.Entry<Object, Deque<T>> most = byClient.entrySet().stream()
                    .max(Comparator.comparing(each -> each.getValue().size()))
                    .orElseThrow();
            int own = byClient.containsKey(client) ? byClient.get(client).size() : 0;
            if (most.getValue().size() <= own + 1) {
                return Optional.of(item);
            }
            refused = Optional.of(most.getValue().removeLast());
            size--;
        }
        byClient.computeIfAbsent(client, same -> new ArrayDeque<>()).add(item);
        size++;
        return refused;
    }

    /** Takes the next item; null if there is none. */
    T poll() {
        if (size == 0) {
            return null;
        }
        Map.Entry<Object, Deque<T>> next = byClient.entrySet().iterator().next();
        byClient.remove(next.getKey());
        T item = next.getValue().remove();
        if (!next.getValue().isEmpty()) {
            byClient.put(next.getKey(), next.getValue()); // at the end
        }
        size--;
        return item;
    }
}
