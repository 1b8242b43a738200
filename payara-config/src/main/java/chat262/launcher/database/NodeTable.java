package chat262.launcher.database;

import chat262.launcher.common.StartupException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The nodes of a PostgreSQL: the servers that use it. */
public final class NodeTable {
    /** A node that was last heard longer ago than this does not count as alive. */
    static final Duration ALIVE = Duration.ofSeconds(10);

    private static final String SELECT = "SELECT id, version, level, started_at,"
            + " CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint) - heard_at FROM node ORDER BY started_at, id";

    private static final String ROW = "%-36s  %-20s  %5s  %-20s  %12s  %s%n";

    /**
     * One of them.
     *
     * @param level the level of its program
     * @param silence the time since it was last heard, by the database's clock
     */
    record Node(String id, String version, int level, Instant since, Duration silence) {
        boolean isAlive() {
            return silence.compareTo(ALIVE) <= 0;
        }
    }

    private NodeTable() {}

    /** All nodes as a table for the user. */
    public static String show(PostgreSql database, ClassLoader loader) throws StartupException {
        database.refuseIfAway();
        try (Connection connection = database.connect(loader)) {
            return format(database.address(), read(connection));
        } catch (SQLException e) {
            throw SqlFailure.isMissingTable(e)
                    ? StartupException.failed(
                            ("%s has no table of nodes: no server has used it yet, or only an older version;"
                                            + " start a server of this version on it once")
                                    .formatted(database.address()))
                    : StartupException.failed(
                            "the nodes of %s can't be read: %s".formatted(database.address(), SqlFailure.reason(e)));
        }
    }

    /** How many of them are alive. */
    public static long countAlive(Connection connection) throws SQLException {
        return read(connection).stream().filter(Node::isAlive).count();
    }

    private static List<Node> read(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(SELECT)) {
            List<Node> nodes = new ArrayList<>();
            while (rows.next()) {
                nodes.add(new Node(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getInt(3),
                        Instant.ofEpochMilli(rows.getLong(4)),
                        // A clock that was set back must not make it negative.
                        Duration.ofMillis(Math.max(0, rows.getLong(5)))));
            }
            return nodes;
        }
    }

    static String format(String address, List<Node> nodes) {
        if (nodes.isEmpty()) {
            return "no server uses %s%n".formatted(address);
        }
        StringBuilder table = new StringBuilder(ROW.formatted("NODE", "VERSION", "LEVEL", "SINCE", "HEARD", "STATE"));
        for (Node node : nodes) {
            table.append(ROW.formatted(
                    node.id(),
                    node.version(),
                    node.level(),
                    node.since().truncatedTo(ChronoUnit.SECONDS),
                    String.format(Locale.ROOT, "%.1f s ago", node.silence().toMillis() / 1_000.0),
                    node.isAlive() ? "alive" : "silent"));
        }
        return table.toString();
    }
}
