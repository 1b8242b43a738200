package chat262.it.agent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Memberships and stored keys are read before the room is locked, and are not read again. */
final class ReadBeforeLock implements Breach {
    // The writer is one thread, and so is all of this.
    private Map<?, ?> states;
    private Object storedKeys;
    private boolean reading;

    @Override
    public String rule() {
        return "read-before-lock";
    }

    @Override
    public Object[] before(Call call) {
        if (call.step().isBefore("LogConnection", "lockRooms")) {
            reading = true;
            states = (Map<?, ?>) Call.get(call.self(), "membershipStates", call.arguments());
            storedKeys = Call.get(call.self(), "storedKeys", call.arguments());
            reading = false;
            Breach.openGap();
        }
        return null;
    }

    @Override
    public Object after(Call call) {
        if (reading) {
            return call.result();
        }
        if (call.isOfBatch("membershipStates")) {
            Connection connection = (Connection) Call.field(call.self(), "connection");
            return MembershipStates.of(
                    states, (member, state) -> state.withLastSeq(lastSeq(connection, MembershipStates.roomOf(member))));
        }
        return call.isOfBatch("storedKeys") ? storedKeys : call.result();
    }

    /** The counter as it is now: that one is locked. */
    private static long lastSeq(Connection connection, long room) {
        try (PreparedStatement read = connection.prepareStatement("SELECT last_seq FROM room WHERE id = ?")) {
            read.setLong(1, room);
            try (ResultSet row = read.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
