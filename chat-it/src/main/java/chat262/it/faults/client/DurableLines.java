package chat262.it.faults.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that only grows, line by line, each on the disk before the next step. A line that a crash has torn never was.
 * Not thread-safe.
 */
public final class DurableLines implements AutoCloseable {
    private final FileChannel file;
    private final List<String> found;

    private DurableLines(FileChannel file, List<String> found) {
        this.file = file;
        this.found = found;
    }

    /** Opens a file, which is made if it is missing, and cuts off a torn last line. */
    static DurableLines open(Path path) {
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            String text = Files.readString(path);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
            file.position(file.size());
            file.force(true);
            return new DurableLines(file, new ArrayList<>(whole.lines().toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole lines of a file as they are now; none if there is no file. */
    public static List<String> read(Path path) {
        try {
            String text = Files.exists(path) ? Files.readString(path) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was in the file when it was opened. */
    List<String> found() {
        return found;
    }

    /** Adds a line and returns when it is on the disk. */
    void add(String line) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
