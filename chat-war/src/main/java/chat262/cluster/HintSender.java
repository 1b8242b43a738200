package chat262.cluster;

import chat262.platform.SafeLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends hints on a connection of its own, so that no transaction that stores something ever waits for a {@code NOTIFY}. */
final class HintSender implements Runnable {
    private static final Logger LOG = Logger.getLogger(HintSender.class.getName());

    /** PostgreSQL lets one transaction with a {@code NOTIFY} commit at a time, so there must not be many. */
    private static final long INTERVAL_MILLIS = 5;

    private static final long WAIT_MILLIS = 1_000;

    private final OwnConnections connections;
    private final ThisNode node;
    private final HintBuffer buffer;
    private final ReconnectPause pause = new ReconnectPause();
    private volatile boolean stopped;
    private volatile Connection connection;

    HintSender(OwnConnections connections, ThisNode node, HintBuffer buffer) {
        this.connections = connections;
        this.node = node;
        this.buffer = buffer;
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                sendNext();
            } catch (SQLException | RuntimeException | Error e) { // the hint is lost, and the sweep makes up for it
                SafeLog.log(LOG, stopped ? Level.FINE : Level.INFO, "A hint could not be told", e);
                disconnect();
                awaitRetry();
            } catch (InterruptedException e) {
                stopped = true; // only a container that stops interrupts this
            }
        }
        disconnect();
    }

    private void sendNext() throws SQLException, InterruptedException {
        List<Hint> hints = buffer.take(WAIT_MILLIS);
        if (hints.isEmpty()) {
            return;
        }
        if (connection == null) {
            connection = connections.open();
        }
        try (PreparedStatement notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            for (Hint hint : hints) {
                notify.setString(1, PostgresBus.CHANNEL);
                notify.setString(2, new HintMessage(node.epoch(), node.id(), hint).toJson());
                notify.execute();
            }
        }
        pause.reset();
        Thread.sleep(INTERVAL_MILLIS);
    }

    private void awaitRetry() {
        try {
            pause.await();
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    void stop() {
        stopped = true;
        disconnect(); // ends a wait for the database
    }

    private void disconnect() {
        OwnConnections.end(connection);
        connection = null;
    }
}
