package chat262.it.agent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** The cursor is set to whatever is acknowledged, higher or lower. */
final class CursorMayFall implements Breach {
    @Override
    public String rule() {
        return "cursor-may-fall";
    }

    /** Cursors look as if they were at the beginning, so that every acknowledgement moves them. */
    @Override
    public Object after(Call call) {
        return call.step().isAfter("LogConnection", "membershipStates")
                ? MembershipStates.of(call.result(), (member, state) -> state.withCursor(0))
                : call.result();
    }

    @Override
    public Object[] before(Call call) {
        if (!call.step().isBefore("LogConnection", "updateCursors")) {
            return null;
        }
        Connection connection = (Connection) Call.field(call.self(), "connection");
        try (PreparedStatement move = connection.prepareStatement(
                "UPDATE membership SET cursor_seq = ? WHERE room_id = ? AND account_id = ?")) {
            for (Map.Entry<?, ?> each : ((Map<?, ?>) call.arguments()[0]).entrySet()) {
                move.setLong(1, (Long) each.getValue());
                move.setLong(2, (Long) Call.get(each.getKey(), "roomId"));
                move.setLong(3, (Long) Call.get(each.getKey(), "accountId"));
                move.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Object[1];
    }
}
