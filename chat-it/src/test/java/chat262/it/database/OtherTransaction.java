package chat262.it.database;

import chat262.it.process.PostgresProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction of somebody else. */
final class OtherTransaction {
    private OtherTransaction() {}

    /** A connection whose transaction has done this, and goes on. */
    static Connection hold(PostgresProcess database, String sql) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        execute(connection, sql);
        return connection;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
