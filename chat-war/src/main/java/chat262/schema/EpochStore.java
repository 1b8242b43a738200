package chat262.schema;

import chat262.platform.DatabaseFault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The epoch of the history in the database: a random id, in the one row of {@code server_state}. */
final class EpochStore {
    private static final Logger LOG = Logger.getLogger(EpochStore.class.getName());

    private final DataSource database;

    EpochStore(DataSource database) {
        this.database = database;
    }

    /** Stores an epoch if the database has none yet. */
    void initialize() {
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
            if (DatabaseFault.of(e) != DatabaseFault.CONFLICT) { // otherwise another node was faster
                throw e;
            }
        }
    }

    /**
     * Records that the data come from a backup, and so lack what was accepted after it was made: a new epoch tells that to
     * clients, and all sessions end.
     *
     * @param tag the name of this restore; nothing is done if it is recorded already, by an earlier start or another node
     */
    void recordRestore(String tag) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean isNew = renew(connection, tag);
                connection.commit();
                LOG.log(
                        Level.INFO,
                        isNew
                                ? "Restore {0}: the history has a new epoch, and all sessions are ended"
                                : "Restore {0} is known from an earlier start: epoch and sessions stay as they are",
                        tag);
            } finally {
                connection.rollback(); // what was not committed
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The restore could not be noted: " + e.getMessage(), e);
        }
    }

    private static boolean renew(Connection connection, String tag) throws SQLException {
        // The update locks the row: if two nodes start at once, the second one waits and then finds the tag.
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
