package chat262.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Whether the database answers "stored" only when it is: what it is asked before anything is stored in it. */
final class Durability {
    /** PostgreSQL's settings that must not be off. */
    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit");

    private Durability() {}

    /** Refuses a PostgreSQL that would answer before the disk has the data; Derby is asked by the launcher. */
    static void check(DataSource database) {
        try (Connection connection = database.getConnection()) {
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                for (String setting : MUST_BE_ON) {
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
