package chat262.it.proxy.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Stands between one server and its PostgreSQL. Thread-safe. */
public final class DatabaseProxy implements AutoCloseable {
    private static final int BACKLOG = 100;
    private static final int MAX_HOLD_MILLIS = 5_000;

    private final int databasePort;
    private final ServerSocket listener;
    private final Random random;
    private final Map<HintFault, Integer> doneToHints = new EnumMap<>(HintFault.class);
    private final Set<DatabaseConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<CommitTrap> trap = new AtomicReference<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "late hints"));
    private volatile Supplier<HintFault> hintRule = () -> HintFault.NONE;
    private volatile boolean connects = true;
    private boolean silent;

    private DatabaseProxy(int databasePort, long seed) throws IOException {
        this.databasePort = databasePort;
        this.random = new Random(seed);
        this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        inBackground(this::accept, "database proxy");
    }

    /**
     * A proxy in front of a PostgreSQL on this machine.
     *
     * @param seed what everything random follows from
     */
    public static DatabaseProxy of(int databasePort, long seed) {
        try {
            return new DatabaseProxy(databasePort, seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the server finds its database. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Cuts the server off: connections break, and so does each new one. */
    public void disconnect() {
        connects = false;
        open.forEach(DatabaseConnection::close);
    }

    /** Ends that. */
    public void reconnect() {
        connects = true;
    }

    /** Cuts the server off without a sign: nothing passes in either direction, and all connections stay. */
    public synchronized void silence() {
        silent = true;
    }

    /** Ends that: what was sent meanwhile arrives. */
    public synchronized void resume() {
        silent = false;
        notifyAll();
    }

    /** Breaks the connections on which the server listens for notifications. */
    public void disconnectListening() {
        open.stream().filter(DatabaseConnection::isListening).forEach(DatabaseConnection::close);
    }

    /** From now on, a rule names the fault for each notification. */
    public void injectIntoHints(Supplier<HintFault> rule) {
        hintRule = rule;
    }

    /** How many notifications have come, by what has been done to them. */
    public synchronized Map<HintFault, Integer> doneToHints() {
        Map<HintFault, Integer> all = new EnumMap<>(HintFault.class);
        EnumSet.allOf(HintFault.class).forEach(fault -> all.put(fault, 0));
        all.putAll(doneToHints);
        return all;
    }

    /**
     * Does something at the next commit of something inserted, which waits meanwhile.
     *
     * @param goesOn whether the message that was held for this arrives afterwards; otherwise its connection breaks
     * @param timeout how long to wait for a commit
     * @return whether there was one
     */
    public boolean atNextCommit(CommitMoment moment, boolean goesOn, Duration timeout, Runnable action)
            throws InterruptedException {
        CommitTrap set = new CommitTrap(moment, goesOn, action);
        trap.set(set);
        if (set.hasBegun(timeout) || !trap.compareAndSet(set, null)) {
            set.awaitEnd();
            return true;
        }
        return false;
    }

    boolean isWaitingForCommit() {
        return trap.get() != null;
    }

    /** A commit has come to a moment; returns whether the message that says so goes on. */
    boolean reached(CommitMoment moment) {
        CommitTrap set = trap.get();
        return set == null || set.moment() != moment || !trap.compareAndSet(set, null) || set.spring();
    }

    /** Returns when anything may pass. */
    synchronized void awaitTraffic() throws InterruptedException {
        while (silent) {
            wait();
        }
    }

    HintFault nextOfHint() {
        HintFault fault = hintRule.get();
        synchronized (this) {
            doneToHints.merge(fault, 1, Integer::sum);
        }
        return fault;
    }

    void later(Runnable task) {
        int millis;
        synchronized (this) {
            millis = random.nextInt(MAX_HOLD_MILLIS);
        }
        clock.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    Socket toDatabase() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), databasePort);
        socket.setTcpNoDelay(true);
        return socket;
    }

    void ended(DatabaseConnection connection) {
        open.remove(connection);
    }

    static void inBackground(Runnable work, String name) {
        daemon(work, name).start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        try {
            while (true) {
                DatabaseConnection connection = new DatabaseConnection(this, listener.accept());
                open.add(connection);
                if (connects) {
                    inBackground(connection::run, "database proxy connection");
                } else {
                    connection.close();
                }
            }
        } catch (IOException e) {
            // Closed: no server comes any more.
            return;
        }
    }

    /** Breaks all connections and accepts no more. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        disconnect();
        resume();
        clock.shutdownNow();
    }
}
