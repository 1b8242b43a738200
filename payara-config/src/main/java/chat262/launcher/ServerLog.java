package chat262.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * The server's log, {@code log/server.log} in the data folder: at most five files of 5 MB, the newest without a number.
 * Java's own FileHandler has no stable name for the newest. Payara creates the handler, by the class name in the logging
 * configuration, each time it reads that; so state that must outlive a handler is static. Thread-safe.
 */
public final class ServerLog extends Handler {
    private static final long MAX_BYTES = 5_000_000;
    private static final int OLD_FILES = 4;

    private static volatile Path file;
    private static volatile String firstSevere;

    private OutputStream out;
    private long written;

    /** Called by the logging system, after {@link #openAt}. */
    public ServerLog() {
        setLevel(Level.ALL);
    }

    /** Sets the path of the log. */
    static void openAt(Path path) {
        file = path;
    }

    static Path file() {
        return file;
    }

    /** The first record of level SEVERE, in one line: in a start that failed, the reason. */
    static Optional<String> firstSevere() {
        return Optional.ofNullable(firstSevere);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        remember(entry);
        byte[] line = format(entry).getBytes(StandardCharsets.UTF_8);
        try {
            if (out == null || written + line.length > MAX_BYTES) {
                open(line.length);
            }
            out.write(line);
            out.flush();
            written += line.length;
        } catch (IOException e) {
            // A full disk must not stop the chat, and there is no better place to report it.
            reportError("the log can't be written", e, java.util.logging.ErrorManager.WRITE_FAILURE);
        }
    }

    @Override
    public void flush() {
        // Each record is flushed as it is written.
    }

    @Override
    public synchronized void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            reportError("the log can't be closed", e, java.util.logging.ErrorManager.CLOSE_FAILURE);
        }
        out = null;
    }

    private void open(int coming) throws IOException {
        close();
        if (Files.exists(file) && Files.size(file) + coming > MAX_BYTES) {
            for (int n = OLD_FILES; n >= 1; n--) {
                Path from = n == 1 ? file : numbered(n - 1);
                if (Files.exists(from)) {
                    Files.move(from, numbered(n), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        written = Files.size(file);
    }

    private static Path numbered(int n) {
        return file.resolveSibling(file.getFileName() + "." + n);
    }

    private static void remember(LogRecord entry) {
        if (firstSevere == null && entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            firstSevere = TEXT.formatMessage(entry)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .findFirst()
                            .orElse("")
                    + rootCause(entry.getThrown());
        }
    }

    private static String rootCause(Throwable thrown) {
        Throwable root = thrown;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return root == null ? "" : " (" + root + ")";
    }

    private static String format(LogRecord entry) {
        StringWriter text = new StringWriter();
        text.append(entry.getInstant().truncatedTo(ChronoUnit.MILLIS).toString())
                .append(' ')
                .append(entry.getLevel().getName())
                .append(' ')
                .append(String.valueOf(entry.getLoggerName()))
                .append(": ")
                .append(TEXT.formatMessage(entry))
                .append('\n');
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }

    private static final Formatter TEXT = new Formatter() {
        @Override
        public String format(LogRecord entry) {
            return formatMessage(entry);
        }
    };
}
