package chat262.messages.writer;

import chat262.messages.writer.BatchPlan.AccountKey;
import chat262.messages.writer.BatchPlan.MembershipState;
import chat262.messages.writer.BatchPlan.StoredKey;
import chat262.rooms.MemberId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A query for each row: for Derby, which is in this process, and reads whole tables for lists. */
final class RowQueries implements LogQueries {
    private final PreparedStatement membership;
    private final PreparedStatement key;

    RowQueries(Connection connection) throws SQLException {
        membership = connection.prepareStatement("SELECT r.last_seq, r.closed, m.cursor_seq"
                + " FROM membership m JOIN room r ON r.id = m.room_id WHERE m.room_id = ? AND m.account_id = ?");
        key = connection.prepareStatement(
                "SELECT " + StoredRow.COLUMNS + " FROM message m" + " WHERE m.sender_id = ? AND m.client_key = ?");
    }

    @Override
    public Map<MemberId, MembershipState> membershipStates(Set<MemberId> members) throws SQLException {
        Map<MemberId, MembershipState> states = new HashMap<>();
        for (MemberId member : new TreeSet<>(members)) {
            membership.setLong(1, member.roomId());
            membership.setLong(2, member.accountId());
            try (ResultSet row = membership.executeQuery()) {
                if (row.next()) {
                    states.put(member, new MembershipState(row.getLong(1), row.getBoolean(2), row.getLong(3)));
                }
            }
        }
        return states;
    }

    @Override
    public Map<AccountKey, StoredKey> storedKeys(Batch batch) throws SQLException {
        Map<AccountKey, StoredKey> keys = new HashMap<>();
        for (Send send : batch.sends()) {
            key.setLong(1, send.sender().accountId());
            key.setString(2, send.call().key());
            try (ResultSet row = key.executeQuery()) {
                if (row.next()) {
                    keys.put(AccountKey.of(send), StoredRow.read(send, row));
                }
            }
        }
        return keys;
    }
}
