package chat262.messages;

import chat262.api.Content;
import chat262.api.Message;
import chat262.api.MessageKind;
import chat262.messages.Verdicts.Key;
import chat262.messages.Verdicts.Known;
import chat262.messages.Verdicts.Standing;
import chat262.messages.Verdicts.Stored;
import chat262.platform.RateLimit;
import chat262.platform.Time;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The writer's own connection, with its statements prepared once. Plain SQL, because the steps of the transaction are
 * what keeps the promise: locks before reads, and numbers only for what is stored. Not thread-safe; no good any more
 * once it has failed.
 */
final class LogConnection implements AutoCloseable {
    private final Connection connection;

    /** Changes nothing: it locks the row on every database. */
    private final PreparedStatement lock;

    private final PreparedStatement standing;
    private final PreparedStatement known;
    private final PreparedStatement raise;
    private final PreparedStatement insert;
    private final PreparedStatement move;

    LogConnection(DataSource database) throws SQLException {
        connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            lock = connection.prepareStatement("UPDATE room SET last_seq = last_seq WHERE id = ?");
            standing = connection.prepareStatement("SELECT r.last_seq, r.closed, m.cursor_seq"
                    + " FROM membership m JOIN room r ON r.id = m.room_id WHERE m.room_id = ? AND m.account_id = ?");
            known = connection.prepareStatement("SELECT fingerprint, kind, room_id, seq, sent_at, "
                    + ContentColumns.SENT + " FROM message WHERE sender_id = ? AND client_key = ? UNION ALL"
                    + " SELECT fingerprint, 'call', room_id, 0, 0, " + ContentColumns.NOT_SENT
                    + " FROM silent_call WHERE account_id = ? AND client_key = ?");
            raise = connection.prepareStatement("UPDATE room SET last_seq = ?, active_at = ? WHERE id = ?");
            insert = connection.prepareStatement("INSERT INTO message"
                    + " (room_id, seq, kind, sender_id, sent_at, client_key, fingerprint, " + ContentColumns.SENT
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, " + ContentColumns.SENT_PLACES + ")");
            move = connection.prepareStatement("UPDATE membership SET cursor_seq = ?"
                    + " WHERE room_id = ? AND account_id = ? AND cursor_seq < ?");
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Carries a batch out, in one transaction. When it returns, that is durable. When it throws, nothing of it is, unless
     * the failure came with the commit itself: then nobody knows.
     */
    Verdicts write(Batch batch, RateLimit limit) throws SQLException {
        lockRooms(batch);
        // Only from here on: what was read before the locks may have changed since.
        Instant now = Time.now();
        Verdicts verdicts = new Verdicts(standings(batch), known(batch), limit, now);
        batch.sends().forEach(verdicts::decide);
        batch.acknowledgements().forEach(verdicts::decide);
        raise(verdicts.raised(), now);
        insert(verdicts.stored());
        move(verdicts.moved());
        connection.commit();
        return verdicts;
    }

    /** Undoes what was not committed, and gives the connection back. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }

    private void lockRooms(Batch batch) throws SQLException {
        for (long roomId : new TreeSet<>(members(batch).map(Member::roomId).toList())) {
            lock.setLong(1, roomId);
            lock.addBatch();
        }
        lock.executeBatch();
    }

    private Map<Member, Standing> standings(Batch batch) throws SQLException {
        Map<Member, Standing> standings = new HashMap<>();
        for (Member member : new TreeSet<>(members(batch).toList())) {
            standing.setLong(1, member.roomId());
            standing.setLong(2, member.accountId());
            try (ResultSet row = standing.executeQuery()) {
                if (row.next()) {
                    standings.put(member, new Standing(row.getLong(1), row.getBoolean(2), row.getLong(3)));
                }
            }
        }
        return standings;
    }

    private static Stream<Member> members(Batch batch) {
        return Stream.concat(
                batch.sends().stream().map(Send::sender),
                batch.acknowledgements().stream().map(Acknowledgement::member));
    }

    private Map<Key, Known> known(Batch batch) throws SQLException {
        Map<Key, Known> known = new HashMap<>();
        for (Send send : batch.sends()) {
            Known found = known(send);
            if (found != null) {
                known.put(Key.of(send), found);
            }
        }
        return known;
    }

    private Known known(Send send) throws SQLException {
        known.setLong(1, send.sender().accountId());
        known.setString(2, send.call().key());
        known.setLong(3, send.sender().accountId());
        known.setString(4, send.call().key());
        try (ResultSet row = known.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            boolean sent = MessageKind.named(row.getString(2)).isSent();
            return new Known(row.getString(1), sent ? message(send, row) : null);
        }
    }

    private static Message message(Send send, ResultSet row) throws SQLException {
        Content content = ContentColumns.sent(row.getString(2), row, 6);
        return send.stored(row.getLong(3), row.getLong(4), Instant.ofEpochMilli(row.getLong(5)), content);
    }

    private void raise(Map<Long, Long> rooms, Instant now) throws SQLException {
        for (Map.Entry<Long, Long> room : rooms.entrySet()) {
            raise.setLong(1, room.getValue());
            raise.setLong(2, now.toEpochMilli());
            raise.setLong(3, room.getKey());
            raise.addBatch();
        }
        raise.executeBatch();
    }

    private void insert(List<Stored> entries) throws SQLException {
        for (Stored entry : entries) {
            insert.setLong(1, entry.message().room());
            insert.setLong(2, entry.message().seq());
            insert.setString(3, entry.message().kindName());
            insert.setLong(4, entry.send().sender().accountId());
            insert.setLong(5, entry.message().sentAt().toEpochMilli());
            insert.setString(6, entry.message().key());
            insert.setString(7, entry.send().call().fingerprint());
            ContentColumns.set(insert, 8, entry.message().content());
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private void move(Map<Member, Long> cursors) throws SQLException {
        for (Map.Entry<Member, Long> cursor : cursors.entrySet()) {
            move.setLong(1, cursor.getValue());
            move.setLong(2, cursor.getKey().roomId());
            move.setLong(3, cursor.getKey().accountId());
            move.setLong(4, cursor.getValue());
            move.addBatch();
        }
        move.executeBatch();
    }
}
