package chat262.live;

import chat262.accounts.Caller;
import chat262.accounts.SessionService;
import chat262.messages.Inbox;
import chat262.messages.LogReader;
import chat262.platform.Migrations;
import chat262.platform.Mishap;
import chat262.rooms.RoomAccess;
import chat262.rooms.RoomViews;
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

/** The live stream of this node: starts and stops it. */
@Singleton
@Startup
@DependsOn("LogWriter") // so it stops before the log does, and the last acknowledgements get there
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LiveStream {
    private static final Logger LOG = Logger.getLogger(LiveStream.class.getName());

    private static final int READERS = 2;

    private static final long TICK_MILLIS = 500;
    private static final long ACKS_MILLIS = 100;
    private static final long CURSORS_MILLIS = 1_000;
    private static final long SWEEP_MILLIS = 5_000;

    /** How long clients get to answer when the server stops. */
    private static final long GOODBYE_NANOS = Duration.ofSeconds(1).toNanos();

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
    Migrations migrations;

    @Inject
    LiveEvents events;

    private Switchboard switchboard;
    private Thread thread;
    private ExecutorService readers;
    private ScheduledExecutorService clock;

    @PostConstruct
    void start() {
        readers = Executors.newFixedThreadPool(READERS, threads);
        Tasks tasks = new Tasks();
        Subscriptions subscriptions = new Subscriptions(access);
        RoomNews news = new RoomNews(views, migrations, readers, subscriptions, tasks);
        switchboard = new Switchboard(
                tasks,
                subscriptions,
                new Delivery(subscriptions, log, access, news),
                news,
                inbox,
                new SessionCheck(sessions));
        thread = threads.newThread(switchboard);
        thread.setName("262chat live stream");
        thread.start();
        events.passTo(switchboard);
        clock = Executors.newSingleThreadScheduledExecutor(threads);
        every(TICK_MILLIS, this::tick);
        every(ACKS_MILLIS, switchboard::passOnAcks);
        every(CURSORS_MILLIS, switchboard::tellCursors);
        every(SWEEP_MILLIS, switchboard::sweep);
    }

    private void every(long millis, Runnable task) {
        clock.scheduleWithFixedDelay(() -> carefully(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** A clock forgets a task that has failed once. */
    private static void carefully(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            Mishap.log(LOG, Level.WARNING, "The live stream's clock could not do something", e);
        }
    }

    private void tick() {
        long now = System.nanoTime();
        switchboard.sockets().forEach(socket -> socket.tick(now));
    }

    @PreDestroy
    void stop() {
        switchboard.stop();
        try {
            long deadline = System.nanoTime() + GOODBYE_NANOS;
            while (!switchboard.sockets().isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clock.shutdownNow();
        switchboard.sockets().forEach(LiveSocket::over);
        thread.interrupt();
        readers.shutdown();
    }

    /** Takes a socket in, before the container begins it; {@code cut} ends its TCP connection whatever waits on it. */
    public void take(LiveSocket socket, Caller caller, Runnable cut) {
        socket.belongsTo(caller, switchboard, cut);
    }
}
