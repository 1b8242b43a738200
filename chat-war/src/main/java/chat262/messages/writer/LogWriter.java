package chat262.messages.writer;

import chat262.messages.writer.BatchWriter.TransientFault;
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
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Group commit: the one thread of this node that stores messages and cursors. It takes what waits in the {@link
 * Inbox}, stores it in one transaction, and only then answers. Rooms that are locked elsewhere are left to {@link StuckRooms}.
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
    private ResponseExecutor responses;
    private BatchWriter writer;
    private StuckRooms stuckRooms;
    private Thread thread;
    private Thread threadOfStuckRooms;

    @PostConstruct
    void start() {
        RateLimit limit = new RateLimit(settings.sendsPerSecond(), Duration.ofSeconds(1));
        responses = new ResponseExecutor(threads, HELPER_LIFETIME);
        writer = new BatchWriter(database, limit, this::storedByWriter, this::respond);
        BatchWriter second = new BatchWriter(database, limit, this::stored, this::respond);
        stuckRooms = new StuckRooms(inbox, second, this::respond, OUTAGE_TIMEOUT);
        thread = startThread("262chat log writer", this::run);
        threadOfStuckRooms = startThread("262chat log writer of stuck rooms", this::runStuckRooms);
    }

    private Thread startThread(String name, Runnable task) {
        Thread started = threads.newThread(task);
        started.setName(name);
        started.start();
        return started;
    }

    /** Refuses what comes from now on, and stores what was accepted before. */
    @PreDestroy
    void stop() {
        long end = System.nanoTime() + DRAIN_TIMEOUT.toNanos();
        inbox.close();
        retryPolicy.stop();
        try {
            for (Thread each : List.of(thread, threadOfStuckRooms)) {
                each.join(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
            }
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
        writer.disconnect();
        stuckRooms.stop();
    }

    private void runStuckRooms() {
        stuckRooms.run();
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

    /** Stores a batch, but for rooms that are locked elsewhere; nothing newer comes in between. */
    private void write(Batch batch) {
        Deque<Batch> parts = new ArrayDeque<>(List.of(batch));
        while (!parts.isEmpty()) {
            try {
                writer.write(parts);
            } catch (TransientFault e) {
                afterFault(parts, e);
            }
        }
    }

    private void afterFault(Deque<Batch> parts, TransientFault failure) {
        if (failure.fault() == DatabaseFault.LOCKED) {
            stuckRooms.take(parts);
            return;
        }
        if (!retryPolicy.awaitRetry(failure.getCause())) {
            respond(parts.pop().failures(Problems.unavailable()));
        }
    }

    private void storedByWriter(BatchResult result) {
        retryPolicy.succeeded();
        stored(result);
    }

    private void stored(BatchResult result) {
        respond(result.responses());
        announce(result.appended());
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
}
