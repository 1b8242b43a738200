package chat262.cli.store;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Which entries of one room a journal lacks, though it has later ones: their records were damaged. */
final class Holes {
    private final NavigableMap<Long, Long> ranges = new TreeMap<>(); // first and last seq

    void add(long first, long last) {
        ranges.put(first, last);
    }

    /** An entry is there after all. */
    void fill(long seq) {
        if (!has(seq)) {
            return;
        }
        Map.Entry<Long, Long> range = ranges.floorEntry(seq);
        ranges.remove(range.getKey());
        if (range.getKey() < seq) {
            ranges.put(range.getKey(), seq - 1);
        }
        if (seq < range.getValue()) {
            ranges.put(seq + 1, range.getValue());
        }
    }

    boolean has(long seq) {
        Map.Entry<Long, Long> range = ranges.floorEntry(seq);
        return range != null && seq <= range.getValue();
    }

    /** The first range of missing entries that ends above a seq. */
    Optional<Journal.Missing> above(long seq) {
        return ranges.entrySet().stream()
                .filter(range -> range.getValue() > seq)
                .findFirst()
                .map(range -> new Journal.Missing(range.getKey(), range.getValue()));
    }
}
