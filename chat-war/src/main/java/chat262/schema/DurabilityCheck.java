package chat262.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Checks at the start whether the database confirms a commit only when the data are on its disk. */
final class DurabilityCheck {
    /** Settings of PostgreSQL that must not be off. */
    private static final List<String> REQUIRED_SETTINGS = List.of("fsync", "synchronous_commit");

    private DurabilityCheck() {}

    /** Refuses a PostgreSQL whose settings allow it to lose commits; Derby is checked by the launcher. */
    static void check(DataSource database) {
        try (Connection connection = database.getConnection()) {
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                for (String setting : REQUIRED_SETTINGS) {
                    refuseIfOff(connection, setting);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database can't be reached: " + e.getMessage(), e);
        }
    }

    private static void refuseIfOff(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            if (row.next() && row.getString(1).equals("off")) {
                throw new IllegalStateException("PostgreSQL has " + setting + " = off, which loses messages that were"
                        + " answered as stored; turn it on for this server, database and user");
            }
        }
    }
}
