package chat262.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What a move of all data from one database to another has to do with the schema. The launcher copies the rows; it loads this class
 * from the WAR, by its name and without a container, so nothing of Jakarta EE is used here, and the public methods take and return
 * what Java itself has.
 */
public final class DataMove {
    private DataMove() {}

    /** Refuses a database that has a part of the data that are moved to it: a server would serve that part as the whole. */
    static void refuseUnfinished(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT source FROM unfinished_move")) {
            if (row.next()) {
                throw new IllegalStateException(
                        "The data of " + row.getString(1) + " are being moved to this database, and"
                                + " not all of them are here yet; if the move was interrupted, run its command again");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database can't be read: " + e.getMessage(), e);
        }
    }

    /** Whether the database has exactly the changes of the schema that this program knows. */
    public static boolean isCurrent(DataSource database) {
        return SchemaVersion.isNewest(database, Migrations.CHANGELOG) && !isNewer(database);
    }

    /** Whether the database has changes that this program doesn't know: a newer one has used it. */
    public static boolean isNewer(DataSource database) {
        try {
            Set<String> applied = SchemaVersion.applied(database);
            applied.removeAll(SchemaVersion.changes(Migrations.CHANGELOG));
            return !applied.isEmpty();
        } catch (SQLException e) {
            return false; // it has no table of changes
        }
    }

    /** The SQL that applies the changes that the database doesn't have; it changes nothing yet. */
    public static String updateScript(DataSource database) {
        return LiquibaseRunner.script(database, Migrations.CHANGELOG);
    }

    /** Refuses a database that confirms a commit before the data are on its disk, as a start of the server does. */
    public static void refuseUnsafe(DataSource database) {
        DurabilityCheck.check(database);
    }
}
