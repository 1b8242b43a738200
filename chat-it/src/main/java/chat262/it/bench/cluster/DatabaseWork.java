package chat262.it.bench.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What PostgreSQL does for some time, as it counts that itself; and the hints of the nodes, on a connection that listens. */
final class DatabaseWork implements AutoCloseable {
    private static final String COMMITS = "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()";
    private static final String WAL = "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')";

    /** The rows of a transaction have its number. Nodes and clients have the same clock here. */
    private static final String MESSAGES =
            "SELECT COUNT(*), COUNT(DISTINCT xmin::text) FROM message WHERE kind = 'text' AND sent_at >= ?";

    private static final String DISK = "SELECT pg_total_relation_size('message') / GREATEST(1, COUNT(*)) FROM message";

    private final Connection connection;
    private final HintListener hints;
    private final long beganAt = System.currentTimeMillis();
    private final long commitsBefore;
    private final long walBefore;

    /**
     * What was counted.
     *
     * @param batches transactions in which these messages were stored
     * @param commits all transactions, those that only read among them
     */
    record Counts(
            long messages, long batches, long commits, long hints, long hintBytes, long wal, long diskPerMessage) {
        double messagesPerBatch() {
            return (double) messages / batches;
        }

        double commitsPerMessage() {
            return (double) commits / messages;
        }

        double hintsPerBatch() {
            return (double) hints / batches;
        }

        double bytesPerHint() {
            return (double) hintBytes / hints;
        }

        double walBytesPerMessage() {
            return (double) wal / messages;
        }

        double diskBytesPerMessage() {
            return diskPerMessage;
        }
    }

    private DatabaseWork(Connection connection, HintListener hints) throws SQLException {
        this.connection = connection;
        this.hints = hints;
        this.commitsBefore = number(COMMITS);
        this.walBefore = number(WAL);
    }

    static DatabaseWork begin(Cluster cluster) throws SQLException {
        return new DatabaseWork(cluster.connect(), new HintListener(cluster.connect()));
    }

    /** What was done since the begin. PostgreSQL adds the commits of a busy connection once a second. */
    Counts end() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MESSAGES)) {
            long commits = number(COMMITS) - commitsBefore;
            long wal = number(WAL) - walBefore;
            select.setLong(1, beganAt);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Counts(
                        row.getLong(1), row.getLong(2), commits, hints.count(), hints.bytes(), wal, number(DISK));
            }
        }
    }

    private long number(String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        hints.close();
        connection.close();
    }
}
