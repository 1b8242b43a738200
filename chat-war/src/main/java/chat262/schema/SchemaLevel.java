package chat262.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The level of this program, which nodes of different versions on one database compare. It is raised with each change that
 * other nodes must know about: a schema that an older program can't use, or a kind of entry that it doesn't know.
 */
public final class SchemaLevel {
    /** The level of this program. */
    public static final int CURRENT = 1;

    private SchemaLevel() {}

    /** Refuses a database whose schema needs a higher level than this program has. */
    static void check(DataSource database) {
        int needed = needed(database);
        if (needed > CURRENT) {
            throw new IllegalStateException("The database has been upgraded for servers of level " + needed
                    + " or later, and this one has level " + CURRENT + ": install the newer version");
        }
    }

    private static int needed(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT min_level FROM server_state WHERE id = 1")) {
            return row.next() ? row.getInt(1) : 0; // an empty one reads as 0
        } catch (SQLException e) {
            return 0; // a schema from before there were levels, or a new database
        }
    }
}
