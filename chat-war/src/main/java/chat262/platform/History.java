package chat262.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Which history the database holds: a random id, its epoch, in the one row of {@code server_state}. */
final class History {
    private static final Logger LOG = Logger.getLogger(History.class.getName());

    private final DataSource database;

    History(DataSource database) {
        this.database = database;
    }

    /** Gives a database that has no epoch yet its first one. */
    void begin() {
        try (Connection connection = database.getConnection()) {
            if (read(connection) == null) {
                insert(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database gets no epoch: " + e.getMessage(), e);
        }
    }

    private static void insert(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO server_state (id, epoch) VALUES (1, ?)")) {
            insert.setString(1, newEpoch());
            insert.executeUpdate();
        } catch (SQLException e) {
            if (DatabaseFault.of(e) != DatabaseFault.COLLISION) { // then another node was there first
                throw e;
            }
        }
    }

    /**
     * The data come from a backup: what was accepted after it was made is gone. That is a new epoch, by which clients
     * notice, and the end of all sessions.
     *
     * @param tag the name of this restore; with the one that the database knows already nothing is done, so that a
     *     restart, or another node, renews nothing
     */
    void restored(String tag) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean isNews = renew(connection, tag);
                connection.commit();
                LOG.log(
                        Level.INFO,
                        isNews
                                ? "Restore {0}: the history has a new epoch, and all sessions are ended"
                                : "Restore {0} is known from an earlier start: epoch and sessions stay as they are",
                        tag);
            } finally {
                connection.rollback(); // of what was not committed
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The restore could not be noted: " + e.getMessage(), e);
        }
    }

    private static boolean renew(Connection connection, String tag) throws SQLException {
        // The update locks the row: of nodes that start at once the second one waits, and then finds the tag.
        try (PreparedStatement renew = connection.prepareStatement("UPDATE server_state SET epoch = ?, restored = ?"
                        + " WHERE id = 1 AND (restored IS NULL OR restored <> ?)");
                PreparedStatement end = connection.prepareStatement("DELETE FROM session")) {
            renew.setString(1, newEpoch());
            renew.setString(2, tag);
            renew.setString(3, tag);
            if (renew.executeUpdate() == 0) {
                return false;
            }
            end.executeUpdate();
            return true;
        }
    }

    /** The epoch. */
    String epoch() {
        try (Connection connection = database.getConnection()) {
            return read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database has no epoch: " + e.getMessage(), e);
        }
    }

    private static String read(Connection connection) throws SQLException {
        try (Statement read = connection.createStatement();
                ResultSet row = read.executeQuery("SELECT epoch FROM server_state WHERE id = 1")) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static String newEpoch() {
        return UUID.randomUUID().toString();
    }
}
