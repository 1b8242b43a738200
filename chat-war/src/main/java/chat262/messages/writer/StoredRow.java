package chat262.messages.writer;

import chat262.api.Content;
import chat262.api.MessageKind;
import chat262.messages.writer.BatchPlan.StoredKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The row of a key that stands for something. */
final class StoredRow {
    /** Of {@code message m}. */
    static final String COLUMNS = "m.fingerprint, m.kind, m.room_id, m.seq, m.sent_at, " + ContentColumns.SENT;

    private StoredRow() {}

    /** What the key of a send stands for. */
    static StoredKey read(Send send, ResultSet row) throws SQLException {
        if (!MessageKind.named(row.getString(2)).isSent()) {
            return new StoredKey(row.getString(1), null);
        }
        Content content = ContentColumns.sent(row.getString(2), row, 6);
        return new StoredKey(
                row.getString(1),
                send.stored(row.getLong(3), row.getLong(4), Instant.ofEpochMilli(row.getLong(5)), content));
    }
}
