package chat262.rooms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts the statements of JPA that this thread executes, as EclipseLink logs them, until it is closed. */
final class SqlCounter extends Handler implements AutoCloseable {
    private final long thread = Thread.currentThread().getId();
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final Map<Logger, Level> levels = new HashMap<>();

    SqlCounter() {
        for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
            if (name.startsWith("org.eclipse.persistence") && name.endsWith(".sql")) {
                Logger logger = Logger.getLogger(name);
                levels.put(logger, logger.getLevel());
                logger.setLevel(Level.FINE);
                logger.addHandler(this);
            }
        }
        setLevel(Level.ALL);
    }

    int count() {
        return statements.size();
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLongThreadID() == thread) {
            statements.add(entry.getMessage());
        }
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        levels.forEach((logger, level) -> {
            logger.setLevel(level);
            logger.removeHandler(this);
        });
    }
}
