package chat262.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Changes the schema with Liquibase. No other class refers to Liquibase, so a start that changes nothing doesn't load it. */
final class LiquibaseRunner {
    private LiquibaseRunner() {}

    /** Applies the changes of the changelog that the database doesn't have. */
    static void bringUpToDate(DataSource database, String changelog) {
        change(database, changelog, liquibase -> liquibase.update(""));
    }

    /** Rolls back all changes after a tag. */
    static void rollBack(DataSource database, String changelog, String tag) {
        change(database, changelog, liquibase -> liquibase.rollback(tag, ""));
    }

    private interface Change {
        void apply(Liquibase liquibase) throws LiquibaseException;
    }

    private static void change(DataSource database, String changelog, Change change) {
        try (Connection connection = database.getConnection()) {
            // On a busy machine Liquibase can take longer between two statements than a transaction may be idle.
            setOnPostgreSql(connection, "SET idle_in_transaction_session_timeout = 0");
            var target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            // Liquibase would print its progress to the console otherwise.
            Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> {
                change.apply(new Liquibase(changelog, new ClassLoaderResourceAccessor(), target));
            });
            setOnPostgreSql(connection, "RESET idle_in_transaction_session_timeout");
        } catch (Exception e) { // Scope.child declares no less
            throw new IllegalStateException("The database could not be migrated: " + e.getMessage(), e);
        }
    }

    private static void setOnPostgreSql(Connection connection, String sql) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            if (!connection.getAutoCommit()) {
                connection.commit(); // a rollback would undo it
            }
        }
    }
}
