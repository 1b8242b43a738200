package chat262.messages;

import chat262.platform.DatabaseFault;
import chat262.platform.RateLimit;
import chat262.platform.SafeLog;
import chat262.platform.Settings;
import chat262.problems.Problems;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Group commit: the one thread of this node that stores messages and cursors. It takes what waits in the {@link
 * Inbox}, stores it in one transaction, and only then answers.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LogWriter {
    private static final Logger LOG = Logger.getLogger(LogWriter.class.getName());

    /** How long requests wait for a database that is away. */
    private static final Duration OUTAGE_TIMEOUT = Duration.ofSeconds(10);

    /** How long a stop waits for what was accepted; the process is cut off soon after. */
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(3);

    /** A client that doesn't read blocks a thread for up to a minute. */
    private static final Duration HELPER_LIFETIME = Duration.ofMinutes(1);

    /** A key that collided is found by the next try. */
    private static final int MAX_CONFLICT_RETRIES = 2;

    @Resource(lookup = "jdbc/chat")
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Inbox inbox;

    @Inject
    Settings settings;

    @Inject
    Event<MessagesAppended> appended;

    private final RetryPolicy retryPolicy = new RetryPolicy(OUTAGE_TIMEOUT);
    private RateLimit limit;
    private ResponseExecutor responses;
    private Thread thread;
    private LogConnection connection;

    @PostConstruct
    void start() {
        limit = new RateLimit(settings.sendsPerSecond(), Duration.ofSeconds(1));
        responses = new ResponseExecutor(threads, HELPER_LIFETIME);
        thread = threads.newThread(this::run);
        thread.setName("262chat log writer");
        thread.start();
    }

    /** Refuses what comes from now on, and stores what was accepted before. */
    @PreDestroy
    void stop() {
        inbox.close();
        retryPolicy.stop();
        try {
            thread.join(DRAIN_TIMEOUT.toMillis());
            responses.awaitTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean goesOn = true;
        while (goesOn) {
            try {
                goesOn = writeNext();
            } catch (RuntimeException | Error e) { // without this thread nothing would be stored any more
                SafeLog.log(LOG, Level.SEVERE, "A batch ended in an unexpected way", e);
            }
        }
        disconnect();
        responses.shutdown(); // what is under way is still answered
    }

    /** Stores what waits, as soon as there is something; false once there will be nothing any more. */
    private boolean writeNext() {
        Batch batch = inbox.take();
        if (batch.isEmpty()) {
            return false;
        }
        try {
            write(batch);
        } catch (RuntimeException | Error e) {
            respond(batch.failures(e));
            throw e;
        }
        return true;
    }

    /** Stores a batch, in smaller and smaller parts if it must be; nothing newer comes in between. */
    private void write(Batch batch) {
        Deque<Batch> parts = new ArrayDeque<>(List.of(batch));
        while (!parts.isEmpty()) {
            Batch part = parts.pop();
            BatchResult result;
            try {
                result = connection().write(part, limit);
            } catch (SQLException | RuntimeException | Error e) {
                disconnect();
                List<Batch> next = afterFailure(part, e);
                for (int i = next.size() - 1; i >= 0; i--) {
                    parts.push(next.get(i));
                }
                continue;
            }
            retryPolicy.succeeded();
            respond(result.responses());
            announce(result.appended());
        }
    }

    /** What to try next, in this order. Nothing means that the part has been answered. */
    private List<Batch> afterFailure(Batch part, Throwable failure) {
        DatabaseFault fault = DatabaseFault.of(failure);
        if (fault.isTransient()) {
            if (fault == DatabaseFault.UNAVAILABLE && part.tries() == 0) {
                LOG.log(Level.INFO, "A batch was not stored, or perhaps it was, and is tried again: {0}", failure);
            }
            // Perhaps it was stored: the keys make it safe to try again, and a cursor doesn't mind.
            if (retryPolicy.awaitRetry(failure)) {
                return List.of(part.again());
            }
            respond(part.failures(Problems.unavailable()));
            return List.of();
        }
        if (!part.standsAlone()) {
            return part.halves();
        }
        if (fault == DatabaseFault.CONFLICT && part.tries() < MAX_CONFLICT_RETRIES) {
            return List.of(part.again());
        }
        respond(part.failures(failure));
        return List.of();
    }

    private void respond(List<Runnable> all) {
        all.forEach(responses::execute);
    }

    private void announce(List<MessagesAppended.Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try {
            appended.fire(new MessagesAppended(entries));
        } catch (RuntimeException | Error e) {
            SafeLog.log(LOG, Level.SEVERE, "What was stored could not be announced", e);
        }
    }

    private LogConnection connection() throws SQLException {
        if (connection == null) {
            connection = new LogConnection(database);
        }
        return connection;
    }

    private void disconnect() {
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
