package chat262.it.faults.client;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the messages of one outbox were sent and settled, on disk, for the report. One line a fact: {@code settled KEY WAY},
 * {@code switched KEY}; of several lines about a message the last one stands. Not thread-safe.
 */
public final class Ways implements AutoCloseable {
    /** What a report counts the switches under. */
    public static final String SWITCHES = "sends that began on the stream and went on as calls";

    private final DurableLines lines;

    private Ways(DurableLines lines) {
        this.lines = lines;
    }

    static Ways open(Path path) {
        return new Ways(DurableLines.open(path));
    }

    /** A message is settled; noted before that is in the outbox, so that each one there is counted. */
    void settled(String key, Way way) {
        lines.add("settled " + key + " " + way);
    }

    /** A message that was sent over the stream goes as a call from now on. */
    void switched(String key) {
        lines.add("switched " + key);
    }

    /** How many messages went each way according to these files, with 0 for a way that none has gone. */
    public static Map<String, Integer> count(List<Path> files) {
        Map<String, String> ways = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Way way : Way.values()) {
            counts.put(way.sentence(), 0);
        }
        counts.put(SWITCHES, 0);
        for (Path file : files) {
            for (String line : DurableLines.read(file)) {
                String[] words = line.split(" ");
                ways.put(
                        words[0] + " " + words[1],
                        words.length == 2 ? SWITCHES : Way.valueOf(words[2]).sentence());
            }
        }
        ways.values().forEach(sentence -> counts.merge(sentence, 1, Integer::sum));
        return counts;
    }

    @Override
    public void close() {
        lines.close();
    }
}
