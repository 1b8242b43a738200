package chat262.it.bench.cluster;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Counts the hints that nodes give each other, on a connection of its own. */
final class HintListener implements AutoCloseable {
    private static final String LISTEN = "LISTEN chat262";
    private static final int WAIT_MILLIS = 200;

    private final Connection connection;
    private final Thread thread = new Thread(this::run, "hints");
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean closed;
    private volatile SQLException failure;

    HintListener(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement listen = connection.createStatement()) {
            listen.execute(LISTEN);
        }
        thread.start();
    }

    private void run() {
        try {
            PGConnection listening = connection.unwrap(PGConnection.class);
            while (!closed) {
                PGNotification[] some = listening.getNotifications(WAIT_MILLIS);
                for (PGNotification each : some == null ? new PGNotification[0] : some) {
                    add(each.getParameter());
                }
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    private void add(String hint) {
        count.incrementAndGet();
        bytes.addAndGet(hint.getBytes(StandardCharsets.UTF_8).length);
    }

    /** How many have come. */
    long count() throws SQLException {
        if (failure != null) {
            throw failure;
        }
        return count.get();
    }

    /** How many bytes they had together. */
    long bytes() {
        return bytes.get();
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
