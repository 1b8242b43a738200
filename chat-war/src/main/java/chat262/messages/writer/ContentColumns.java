package chat262.messages.writer;

import chat262.api.Content;
import chat262.api.ContentReader;
import chat262.api.ContentWriter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What an entry says, as the columns of its row: a text of whatever field is its {@code body}, an account its subject, and
 * the accounts that a group began with are rows of their own. So nothing else that stores or reads entries looks into
 * their kinds.
 *
 * @param subject the name of the account that the entry speaks of; null where there is none or it was deleted
 * @param founders reads the names of the first members
 */
public record ContentColumns(String body, String subject, Supplier<List<String>> founders) implements ContentReader {
    /** The columns that a send fills. */
    static final String SENT = "body";

    /** Their places in an INSERT. */
    static final String SENT_PLACES = "?";

    /** What a query of {@code message m} joined with its subject {@code account j} reads. */
    public static final String READ = "m.body, j.username AS subject";

    /** The content of an entry that was sent, from a row that has the columns {@link #SENT}. */
    static Content sent(String kind, ResultSet row, int first) throws SQLException {
        return Content.read(kind, new ContentColumns(row.getString(first), null, List::of));
    }

    /** The content of any entry, from a row that has the columns {@link #READ}. */
    public static Content read(String kind, Object[] row, int first, Supplier<List<String>> founders) {
        return Content.read(kind, new ContentColumns((String) row[first], (String) row[first + 1], founders));
    }

    /** Sets the columns {@link #SENT} of an INSERT. */
    static void set(PreparedStatement insert, int first, Content content) throws SQLException {
        Sent sent = new Sent();
        content.write(sent);
        insert.setString(first, sent.body);
    }

    /** All that is sent, as texts in the order of the columns. */
    static List<String> values(Content content) {
        Sent sent = new Sent();
        content.write(sent);
        return List.of(sent.body);
    }

    @Override
    public String text(String field) {
        return body;
    }

    @Override
    public String account(String field) {
        return subject;
    }

    @Override
    public List<String> accounts(String field) {
        return founders.get();
    }

    @Override
    public long target() {
        throw noColumn();
    }

    @Override
    public Map<String, Object> all() {
        return Map.of(); // how a later version has stored it is not known
    }

    private static IllegalStateException noColumn() {
        return new IllegalStateException("no kind that is stored like this carries such a field");
    }

    /** What a client sends names no accounts. */
    private static final class Sent implements ContentWriter {
        private String body;

        @Override
        public void text(String field, String value) {
            body = value;
        }

        @Override
        public void account(String field, String username) {
            throw noColumn();
        }

        @Override
        public void accounts(String field, List<String> usernames) {
            throw noColumn();
        }

        @Override
        public void target(long seq) {
            throw noColumn();
        }

        @Override
        public void flag(String field, boolean value) {
            throw noColumn();
        }

        @Override
        public void all(Map<String, Object> fields) {
            throw noColumn();
        }
    }
}
