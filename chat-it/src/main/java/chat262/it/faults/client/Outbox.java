package chat262.it.faults.client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a sender has written to one room, in order, and the outcome of each message; on disk. One line a fact: {@code put KEY N},
 * {@code stored KEY SEQ}, {@code refused KEY SLUG}. Not thread-safe.
 */
public final class Outbox implements AutoCloseable {
    private final DurableLines lines;
    private final Map<String, Item> items = new LinkedHashMap<>();

    /**
     * A message in the outbox.
     *
     * @param key its name
     * @param number its place among those of this outbox, from 1
     * @param outcome what the server said of it at last; null as long as it has not
     */
    public record Item(String key, int number, Outcome outcome) {}

    /**
     * The end of a message.
     *
     * @param seq its seq; 0 if it was refused
     * @param problem why it was refused; empty if it was not
     */
    public record Outcome(long seq, String problem) {
        public boolean isStored() {
            return seq > 0;
        }
    }

    private Outbox(DurableLines lines) {
        this.lines = lines;
    }

    static Outbox open(Path path) {
        Outbox outbox = new Outbox(DurableLines.open(path));
        outbox.lines.found().forEach(line -> apply(outbox.items, line));
        return outbox;
    }

    /** What is in an outbox's file, in order. */
    public static List<Item> read(Path path) {
        Map<String, Item> items = new LinkedHashMap<>();
        DurableLines.read(path).forEach(line -> apply(items, line));
        return new ArrayList<>(items.values());
    }

    /** An unused key for a message. */
    String makeKey() {
        return UUID.randomUUID().toString();
    }

    /** Keeps one more message, before it is sent for the first time. */
    void put(String key) {
        add("put " + key + " " + (items.size() + 1));
    }

    void stored(String key, long seq) {
        add("stored " + key + " " + seq);
    }

    void refused(String key, String problem) {
        add("refused " + key + " " + problem);
    }

    /** The oldest message without an outcome; empty if there is none. */
    Optional<Item> next() {
        return items.values().stream().filter(item -> item.outcome() == null).findFirst();
    }

    private void add(String line) {
        lines.add(line);
        apply(items, line);
    }

    private static void apply(Map<String, Item> items, String line) {
        String[] words = line.split(" ");
        String key = words[1];
        switch (words[0]) {
            case "put" -> items.put(key, new Item(key, Integer.parseInt(words[2]), null));
            case "stored" -> items.compute(key, (k, item) -> ended(item, new Outcome(Long.parseLong(words[2]), "")));
            case "refused" -> items.compute(key, (k, item) -> ended(item, new Outcome(0, words[2])));
            default -> throw new IllegalStateException(line);
        }
    }

    private static Item ended(Item item, Outcome outcome) {
        return new Item(item.key(), item.number(), outcome);
    }

    @Override
    public void close() {
        lines.close();
    }
}
