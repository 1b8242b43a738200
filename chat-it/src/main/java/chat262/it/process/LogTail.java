package chat262.it.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a server's log, for messages about what went wrong. */
final class LogTail {
    private static final int MAX_LINES = 60;

    private LogTail() {}

    /** The last lines of the log in a data folder. */
    static String of(Path data) {
        Path log = data.resolve("log").resolve("server.log");
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of("(no log)");
            return String.join(
                    System.lineSeparator(), lines.subList(Math.max(0, lines.size() - MAX_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
