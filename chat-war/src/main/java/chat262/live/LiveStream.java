package chat262.live;

import chat262.accounts.Caller;
import chat262.accounts.SessionCache;
import chat262.accounts.SessionService;
import chat262.cluster.Cluster;
import chat262.messages.LogReader;
import chat262.messages.writer.Inbox;
import chat262.platform.SafeLog;
import chat262.requests.RequestRecords;
import chat262.rooms.RoomAccess;
import chat262.rooms.RoomViews;
import chat262.schema.Migrations;
import chat262.websocket.WebSocketConnection;
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
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts and stops the live stream of this node. */
@Singleton
@Startup
@DependsOn({"LogWriter", "Cluster"
}) // so that it stops before the log does, which still stores the last acknowledgements
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LiveStream {
    private static final Logger LOG = Logger.getLogger(LiveStream.class.getName());

    private static final int READERS = 2;

    private static final long TICK_INTERVAL_MILLIS = 500;
    private static final long SWEEP_INTERVAL_MILLIS = 5_000;

    /** Where only the sweep brings what other nodes store: within two seconds. */
    private static final long SHORT_SWEEP_INTERVAL_MILLIS = 1_000;

    /** How long clients have to answer the close frame when the server stops. */
    private static final long STOP_TIMEOUT_NANOS = Duration.ofSeconds(1).toNanos();

    @Resource
    ManagedThreadFactory threads;

    @Inject
    RoomAccess access;

    @Inject
    RoomViews views;

    @Inject
    LogReader log;

    @Inject
    Inbox inbox;

    @Inject
    SessionService sessions;

    @Inject
    SessionCache sessionCache;

    @Inject
    RequestRecords requests;

    @Inject
    Migrations migrations;

    @Inject
    LiveEventObserver events;

    @Inject
    Cluster cluster;

    private LiveEventLoop eventLoop;
    private Thread thread;
    private ExecutorService readers;
    private ScheduledExecutorService clock;

    @PostConstruct
    void start() {
        readers = Executors.newFixedThreadPool(READERS, threads);
        clock = Executors.newSingleThreadScheduledExecutor(threads);
        SerialExecutor executor = new SerialExecutor();
        Subscriptions subscriptions = new Subscriptions(access);
        RoomSnapshots snapshots = new RoomSnapshots(views, migrations, readers, subscriptions, executor);
        Routing routing = new Routing(
                subscriptions,
                new Delivery(subscriptions, log, access, snapshots),
                snapshots,
                new ReadReceipts(subscriptions, cluster.isShared()),
                new SessionCheck(sessions));
        eventLoop = new LiveEventLoop(
                executor,
                routing,
                inbox,
                new StreamSends(inbox, requests),
                new Sweep(routing, access, otherNodes()),
                cluster.hints(),
                clock);
        thread = threads.newThread(executor);
        thread.setName("262chat live stream");
        thread.start();
        eventLoop.flushAcks(); // once before the stop, which flushes them and may use no class for the first time
        events.passTo(eventLoop, cluster.hints());
        every(TICK_INTERVAL_MILLIS, this::tick);
        every(cluster.isSweptOnly() ? SHORT_SWEEP_INTERVAL_MILLIS : SWEEP_INTERVAL_MILLIS, eventLoop::sweep);
        cluster.listen(new HintHandler(eventLoop, routing, sessionCache, access));
    }

    private Sweep.OtherNodes otherNodes() {
        if (!cluster.isShared()) {
            return Sweep.OtherNodes.NONE;
        }
        return cluster.isSweptOnly() ? Sweep.OtherNodes.SILENT : Sweep.OtherNodes.TELLING;
    }

    private void every(long millis, Runnable task) {
        clock.scheduleWithFixedDelay(() -> runSafely(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** An executor drops a periodic task that has thrown something. */
    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            SafeLog.log(LOG, Level.WARNING, "A periodic task of the live stream failed", e);
        }
    }

    private void tick() {
        long now = System.nanoTime();
        eventLoop.connected().forEach(subscriber -> subscriber.tick(now));
    }

    @PreDestroy
    void stop() {
        eventLoop.stop();
        try {
            long deadline = System.nanoTime() + STOP_TIMEOUT_NANOS;
            while (!eventLoop.connected().isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clock.shutdownNow();
        eventLoop.connected().forEach(Subscriber::terminate);
        thread.interrupt();
        readers.shutdown();
    }

    /** Takes over a connection, before the container begins it. */
    public void accept(WebSocketConnection connection, Caller caller) {
        Subscriber subscriber = new Subscriber(caller, sessionCache.follow(caller), connection);
        connection.setListener(new ConnectionListener(subscriber, eventLoop));
    }
}
