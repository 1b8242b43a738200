package chat262.it.faults.client;

import java.nio.file.Path;
import java.util.List;

/**
 * What a user has seen of a room: {@code open CURSOR} for each time that the view opened, {@code show SEQ} for each entry
 * that it showed. Written down because the checker can't ask the user. Not thread-safe.
 */
public final class Screen implements AutoCloseable {
    private final DurableLines lines;

    private Screen(DurableLines lines) {
        this.lines = lines;
    }

    static Screen open(Path path) {
        return new Screen(DurableLines.open(path));
    }

    /** What happened on a screen, in order. */
    public static List<String> read(Path path) {
        return DurableLines.read(path);
    }

    void opens(long cursor) {
        lines.add("open " + cursor);
    }

    void show(long seq) {
        lines.add("show " + seq);
    }

    @Override
    public void close() {
        lines.close();
    }
}
