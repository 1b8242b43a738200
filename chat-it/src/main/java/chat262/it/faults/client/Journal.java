package chat262.it.faults.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a device has received of one room, on disk: an entry a line, as {@code SEQ KIND SENDER BODY}. Not thread-safe.
 */
public final class Journal implements AutoCloseable {
    private final DurableLines lines;
    private long last;

    /** An entry as all members see it. */
    public record Entry(long seq, String text) {
        /** The entry of a message that the server sent. */
        public static Entry of(JsonObject message) {
            long seq = message.getJsonNumber("seq").longValueExact();
            return new Entry(
                    seq,
                    "%s %s %s"
                            .formatted(
                                    message.getString("kind"),
                                    word(message, "sender"),
                                    message.getString("body", word(message, "username"))));
        }

        private static String word(JsonObject message, String field) {
            return message.get(field) instanceof JsonString text ? text.getString() : "-";
        }

        static Entry ofLine(String line) {
            String[] parts = line.split(" ", 2);
            return new Entry(Long.parseLong(parts[0]), parts[1]);
        }

        String line() {
            return seq + " " + text;
        }

        @Override
        public String toString() {
            return line();
        }
    }

    private Journal(DurableLines lines) {
        this.lines = lines;
    }

    /**
     * Opens the journal of a room.
     *
     * @param beginning where it begins if it has nothing yet: the room's cursor when the device first saw it
     */
    static Journal open(Path path, long beginning) {
        Journal journal = new Journal(DurableLines.open(path));
        List<String> found = journal.lines.found();
        journal.last = found.isEmpty()
                ? beginning
                : Entry.ofLine(found.get(found.size() - 1)).seq();
        return journal;
    }

    /** What is in a journal's file, in order. */
    public static List<Entry> read(Path path) {
        return new ArrayList<>(
                DurableLines.read(path).stream().map(Entry::ofLine).toList());
    }

    /** The last seq that the device has; drives fetching. */
    long last() {
        return last;
    }

    void add(Entry entry) {
        lines.add(entry.line());
        last = entry.seq();
    }

    @Override
    public void close() {
        lines.close();
    }
}
