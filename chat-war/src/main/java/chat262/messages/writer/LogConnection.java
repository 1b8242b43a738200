package chat262.messages.writer;

import chat262.messages.writer.BatchPlan.AccountKey;
import chat262.messages.writer.BatchPlan.MembershipState;
import chat262.messages.writer.BatchPlan.NewEntry;
import chat262.messages.writer.BatchPlan.StoredKey;
import chat262.platform.RateLimit;
import chat262.platform.Time;
import chat262.rooms.MemberId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The writer's own connection, with its statements prepared once. Plain SQL, because the steps of the transaction are
 * what keeps the promise: locks before reads, and numbers only for what is stored. Not thread-safe; no good any more
 * once it has failed.
 */
final class LogConnection implements AutoCloseable {
    /** How long a room that is locked elsewhere keeps the others of its batch waiting. Derby has one timeout for all. */
    private static final String SHORT_LOCK_WAIT = "SET lock_timeout = '100ms'";

    private static final String USUAL_LOCK_WAIT = "RESET lock_timeout";

    private final Connection connection;
    private final boolean isPostgreSql;

    /** Changes nothing: it locks the row on every database. */
    private final PreparedStatement lock;

    private final LogQueries queries;
    private final PreparedStatement lastSeq;
    private final PreparedStatement insert;
    private final PreparedStatement cursor;

    LogConnection(DataSource database) throws SQLException {
        connection = database.getConnection();
        try {
            isPostgreSql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            connection.setAutoCommit(false);
            setLockWait(SHORT_LOCK_WAIT);
            lock = connection.prepareStatement("UPDATE room SET last_seq = last_seq WHERE id = ?");
            queries = isPostgreSql ? new ArrayQueries(connection) : new RowQueries(connection);
            lastSeq = connection.prepareStatement("UPDATE room SET last_seq = ?, active_at = ? WHERE id = ?");
            insert = connection.prepareStatement("INSERT INTO message"
                    + " (room_id, seq, kind, sender_id, sent_at, client_key, fingerprint, " + ContentColumns.SENT
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, " + ContentColumns.SENT_PLACES + ")");
            cursor = connection.prepareStatement("UPDATE membership SET cursor_seq = ?"
                    + " WHERE room_id = ? AND account_id = ? AND cursor_seq < ?");
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Carries a batch out, in one transaction. When it returns, that is durable. When it throws, nothing of it is, unless
     * the failure came with the commit itself: then the outcome is unknown.
     */
    BatchResult write(Batch batch, RateLimit limit) throws SQLException {
        lockRooms(batch);
        // Only from here on: what was read before the locks may have changed since.
        Instant now = Time.now();
        BatchPlan.Snapshot snapshot = new BatchPlan.Snapshot(membershipStates(batch), storedKeys(batch));
        BatchPlan plan = BatchPlan.of(batch, snapshot, limit, now);
        updateLastSeqs(plan.newLastSeqs(), now);
        insert(plan.newEntries());
        updateCursors(plan.newCursors());
        connection.commit();
        return plan.result();
    }

    /** Undoes what was not committed, and gives the connection back. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            setLockWait(USUAL_LOCK_WAIT);
        }
    }

    private void setLockWait(String sql) throws SQLException {
        if (isPostgreSql) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            connection.commit(); // a rollback would undo it
        }
    }

    private void lockRooms(Batch batch) throws SQLException {
        for (long roomId : batch.rooms()) {
            lock.setLong(1, roomId);
            lock.addBatch();
        }
        lock.executeBatch();
    }

    private Map<MemberId, MembershipState> membershipStates(Batch batch) throws SQLException {
        return queries.membershipStates(LogQueries.members(batch));
    }

    private Map<AccountKey, StoredKey> storedKeys(Batch batch) throws SQLException {
        return batch.sends().isEmpty() ? Map.of() : queries.storedKeys(batch);
    }

    private void updateLastSeqs(Map<Long, Long> rooms, Instant now) throws SQLException {
        for (Map.Entry<Long, Long> room : rooms.entrySet()) {
            lastSeq.setLong(1, room.getValue());
            lastSeq.setLong(2, now.toEpochMilli());
            lastSeq.setLong(3, room.getKey());
            lastSeq.addBatch();
        }
        lastSeq.executeBatch();
    }

    private void insert(List<NewEntry> entries) throws SQLException {
        for (NewEntry entry : entries) {
            insert.setLong(1, entry.message().room());
            insert.setLong(2, entry.message().seq());
            insert.setString(3, entry.message().kindName());
            insert.setLong(4, entry.send().sender().accountId());
            insert.setLong(5, entry.message().sentAt().toEpochMilli());
            insert.setString(6, entry.message().key());
            insert.setString(7, entry.send().call().fingerprint());
            ContentColumns.set(insert, 8, entry.send().content());
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private void updateCursors(Map<MemberId, Long> cursors) throws SQLException {
        for (Map.Entry<MemberId, Long> moved : cursors.entrySet()) {
            cursor.setLong(1, moved.getValue());
            cursor.setLong(2, moved.getKey().roomId());
            cursor.setLong(3, moved.getKey().accountId());
            cursor.setLong(4, moved.getValue());
            cursor.addBatch();
        }
        cursor.executeBatch();
    }
}
