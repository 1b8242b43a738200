package chat262.messages.writer;

import chat262.platform.DatabaseFault;
import chat262.platform.RateLimit;
import java.sql.SQLException;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Stores batches on a connection of its own, in smaller and smaller parts if it must be, until whatever can't be stored is
 * isolated. Not thread-safe.
 */
final class BatchWriter {
    private static final Logger LOG = Logger.getLogger(BatchWriter.class.getName());

    /** A key that collided is found by the next try. */
    private static final int MAX_CONFLICT_RETRIES = 2;

    private final DataSource database;
    private final RateLimit limit;
    private final Consumer<BatchResult> stored;
    private final Consumer<List<Runnable>> failed;
    private LogConnection connection;

    /**
     * A writer that has no connection yet.
     *
     * @param stored gets the result of each part once it is durable
     * @param failed gets the answers to a part that can't be stored
     */
    BatchWriter(DataSource database, RateLimit limit, Consumer<BatchResult> stored, Consumer<List<Runnable>> failed) {
        this.database = database;
        this.limit = limit;
        this.stored = stored;
        this.failed = failed;
    }

    /** The database is away or something is locked; the part that has met it is the first of the parts again. */
    static final class TransientFault extends Exception {
        private final DatabaseFault fault;

        TransientFault(DatabaseFault fault, Throwable cause) {
            super(cause);
            this.fault = fault;
        }

        DatabaseFault fault() {
            return fault;
        }
    }

    /** Stores parts in their order, and removes what has been answered. */
    void write(Deque<Batch> parts) throws TransientFault {
        while (!parts.isEmpty()) {
            Batch part = parts.pop();
            BatchResult result;
            try {
                result = connection().write(part, limit);
            } catch (SQLException | RuntimeException | Error e) {
                disconnect();
                afterFailure(part, e, parts);
                continue;
            }
            stored.accept(result);
        }
    }

    private void afterFailure(Batch part, Throwable failure, Deque<Batch> parts) throws TransientFault {
        DatabaseFault fault = DatabaseFault.of(failure);
        if (fault.isTransient()) {
            // Perhaps it was stored: the keys make it safe to try again, and a cursor doesn't mind.
            parts.push(part.again());
            throw new TransientFault(fault, failure);
        }
        if (!part.standsAlone()) {
            List<Batch> halves = part.halves();
            parts.push(halves.get(1));
            parts.push(halves.get(0));
        } else if (fault == DatabaseFault.CONFLICT && part.conflicts() < MAX_CONFLICT_RETRIES) {
            parts.push(part.afterConflict());
        } else {
            failed.accept(part.failures(failure));
        }
    }

    private LogConnection connection() throws SQLException {
        if (connection == null) {
            connection = new LogConnection(database);
        }
        return connection;
    }

    /** Gives the connection back; the next part gets another. */
    void disconnect() {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) { // Payara's wrapper of a dead connection throws the latter
            LOG.log(Level.FINE, "A connection is lost, and its transaction with it", e);
        } finally {
            connection = null;
        }
    }
}
