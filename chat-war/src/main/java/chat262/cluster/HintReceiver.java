package chat262.cluster;

import chat262.platform.SafeLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Receives what other nodes tell, on a connection of its own that comes back by itself. */
final class HintReceiver implements Runnable {
    private static final Logger LOG = Logger.getLogger(HintReceiver.class.getName());

    /** After so long without a hint the connection is tested: one that was cut silently delivers nothing for ever. */
    private static final int SILENCE_MILLIS = 10_000;

    private static final int TEST_TIMEOUT_SECONDS = 5;

    private final OwnConnections connections;
    private final ThisNode node;
    private final HintListener listener;
    private final ReconnectPause pause = new ReconnectPause();
    private volatile boolean stopped;
    private volatile Connection connection;

    HintReceiver(OwnConnections connections, ThisNode node, HintListener listener) {
        this.connections = connections;
        this.node = node;
        this.listener = listener;
    }

    @Override
    public void run() {
        while (!stopped) {
            try (Connection fresh = connections.open()) {
                connection = fresh;
                listen(fresh);
            } catch (SQLException | RuntimeException | Error e) {
                SafeLog.log(
                        LOG,
                        stopped ? Level.FINE : Level.INFO,
                        "What other nodes store is found by the sweep until PostgreSQL can be listened to again",
                        e);
                awaitRetry();
            }
        }
    }

    private void listen(Connection fresh) throws SQLException {
        try (Statement statement = fresh.createStatement()) {
            statement.execute("LISTEN " + PostgresBus.CHANNEL);
        }
        listener.missed(); // what was told before this
        pause.reset();
        PGConnection hints = fresh.unwrap(PGConnection.class);
        while (!stopped) {
            PGNotification[] some = hints.getNotifications(SILENCE_MILLIS);
            if (some != null && some.length > 0) {
                for (PGNotification each : some) {
                    receive(each.getParameter());
                }
            } else if (!fresh.isValid(TEST_TIMEOUT_SECONDS)) {
                throw new SQLException("the connection has gone silently");
            }
        }
    }

    private void receive(String text) {
        Optional<HintMessage> message = HintMessage.parse(text);
        if (message.isEmpty()) {
            listener.missed(); // of another version: only that there was something is known
        } else if (!message.get().node().equals(node.id())
                && message.get().epoch().equals(node.epoch())) {
            listener.received(message.get().hint());
        }
    }

    private void awaitRetry() {
        try {
            pause.await();
        } catch (InterruptedException e) {
            stopped = true; // only a container that stops interrupts this
        }
    }

    void stop() {
        stopped = true;
        OwnConnections.end(connection);
    }
}
