package chat262.messages.writer;

import chat262.messages.writer.BatchPlan.AccountKey;
import chat262.messages.writer.BatchPlan.MembershipState;
import chat262.messages.writer.BatchPlan.StoredKey;
import chat262.rooms.MemberId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One query for all rows: for PostgreSQL, where each query is a way through the network and back. */
final class ArrayQueries implements LogQueries {
    private final Connection connection;
    private final PreparedStatement memberships;
    private final PreparedStatement keys;

    ArrayQueries(Connection connection) throws SQLException {
        this.connection = connection;
        memberships = connection.prepareStatement("SELECT m.room_id, m.account_id, r.last_seq, r.closed, m.cursor_seq"
                + " FROM unnest(?::bigint[], ?::bigint[]) AS asked (room_id, account_id)"
                + " JOIN membership m ON m.room_id = asked.room_id AND m.account_id = asked.account_id"
                + " JOIN room r ON r.id = m.room_id");
        keys = connection.prepareStatement("SELECT " + StoredRow.COLUMNS
                + ", asked.place FROM unnest(?::bigint[], ?::varchar[]) WITH ORDINALITY AS asked (sender_id, client_key, place)"
                + " JOIN message m ON m.sender_id = asked.sender_id AND m.client_key = asked.client_key");
    }

    @Override
    public Map<MemberId, MembershipState> membershipStates(Set<MemberId> members) throws SQLException {
        Map<MemberId, MembershipState> states = new HashMap<>();
        memberships.setArray(1, bigints(members.stream().map(MemberId::roomId).toList()));
        memberships.setArray(
                2, bigints(members.stream().map(MemberId::accountId).toList()));
        try (ResultSet row = memberships.executeQuery()) {
            while (row.next()) {
                states.put(
                        new MemberId(row.getLong(1), row.getLong(2)),
                        new MembershipState(row.getLong(3), row.getBoolean(4), row.getLong(5)));
            }
        }
        return states;
    }

    @Override
    public Map<AccountKey, StoredKey> storedKeys(Batch batch) throws SQLException {
        Map<AccountKey, StoredKey> stored = new HashMap<>();
        List<Send> sends = batch.sends();
        List<Long> senders = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Send send : sends) {
            senders.add(send.sender().accountId());
            names.add(send.call().key());
        }
        keys.setArray(1, bigints(senders));
        keys.setArray(2, connection.createArrayOf("varchar", names.toArray()));
        try (ResultSet row = keys.executeQuery()) {
            while (row.next()) {
                Send send = sends.get(row.getInt("place") - 1);
                stored.put(AccountKey.of(send), StoredRow.read(send, row));
            }
        }
        return stored;
    }

    private Array bigints(List<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }
}
