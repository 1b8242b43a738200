package chat262.launcher;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs line by line what Payara and its libraries print, so that it does not mix with the launcher's own output. */
final class LoggingStream extends OutputStream {
    private final Logger logger;
    private final Level level;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private LoggingStream(String name, Level level) {
        this.logger = Logger.getLogger(name);
        this.level = level;
    }

    /** Redirects {@code System.out} and {@code System.err} to the log. */
    static void captureStandardStreams() {
        System.setOut(new PrintStream(new LoggingStream("stdout", Level.INFO), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new LoggingStream("stderr", Level.WARNING), true, StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void write(int b) {
        if (b != '\n') {
            line.write(b);
            return;
        }
        String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
        line.reset();
        if (!text.isEmpty()) {
            logger.log(level, "{0}", text);
        }
    }
}
