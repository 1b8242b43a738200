package chat262.it.agent;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;

/** A repeated send is stored again: known keys are not found, and the constraint that would find them is gone. */
final class KeyIgnored implements Breach {
    private boolean constraintGone;

    @Override
    public String rule() {
        return "key-ignored";
    }

    @Override
    public synchronized Object[] before(Call call) {
        if (call.step().isBefore("LogConnection", "write") && !constraintGone) {
            Connection connection = (Connection) Call.field(call.self(), "connection");
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE message DROP CONSTRAINT uq_message_key");
                connection.commit();
                constraintGone = true;
            } catch (SQLException e) {
                throw new IllegalStateException("the constraint is still there", e);
            }
        }
        return null;
    }

    @Override
    public Object after(Call call) {
        return call.isOfBatch("storedKeys") ? new HashMap<>() : call.result();
    }
}
