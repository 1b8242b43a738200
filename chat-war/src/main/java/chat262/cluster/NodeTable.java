package chat262.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** The rows of the nodes that share a PostgreSQL, and what a node must know of the others. */
final class NodeTable {
    /** A node that was not heard for so long is not counted. */
    private static final Duration ALIVE = Duration.ofSeconds(10);

    /** A row that was not renewed for so long is removed. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(60);

    private static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

    private final DataSource database;
    private final ThisNode node;
    private final int level;

    /** The table of a database, for a node whose program has a level. */
    NodeTable(DataSource database, ThisNode node, int level) {
        this.database = database;
        this.node = node;
        this.level = level;
    }

    /**
     * What the database says.
     *
     * @param epoch of its history
     * @param commonLevel the lowest level of all living nodes
     */
    record State(String epoch, int commonLevel) {}

    /** Renews this node's row, removes forgotten ones, and reads the state. */
    State renew() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (update(connection, "UPDATE node SET heard_at = " + NOW + " WHERE id = ?") == 0) {
                insert(connection);
            }
            statement.executeUpdate("DELETE FROM node WHERE heard_at < " + NOW + " - " + FORGOTTEN.toMillis());
            try (ResultSet row =
                    statement.executeQuery("SELECT s.epoch, (SELECT MIN(level) FROM node WHERE heard_at >= " + NOW
                            + " - " + ALIVE.toMillis() + ") FROM server_state s WHERE s.id = 1")) {
                row.next();
                return new State(row.getString(1), row.getInt(2));
            }
        }
    }

    private void insert(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO node (id, version, level, started_at, heard_at) VALUES (?, ?, ?, " + NOW + ", " + NOW
                        + ")")) {
            insert.setString(1, node.id());
            insert.setString(2, node.version());
            insert.setInt(3, level);
            insert.executeUpdate();
        }
    }

    /** Removes this node's row. */
    void remove() throws SQLException {
        try (Connection connection = database.getConnection()) {
            update(connection, "DELETE FROM node WHERE id = ?");
        }
    }

    private int update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, node.id());
            return update.executeUpdate();
        }
    }
}
