package chat262.schema;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateSqlCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
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

    /** The SQL that applies these changes, for a caller that runs all of it in one transaction. */
    static String script(DataSource database, String changelog) {
        ByteArrayOutputStream sql = new ByteArrayOutputStream();
        change(
                database,
                changelog,
                liquibase -> new CommandScope(UpdateSqlCommandStep.COMMAND_NAME)
                        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, liquibase.getDatabase())
                        .addArgumentValue(UpdateSqlCommandStep.CHANGELOG_FILE_ARG, changelog)
                        .setOutput(sql)
                        .execute());
        return sql.toString(StandardCharsets.UTF_8);
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
            var resources = new ClassLoaderResourceAccessor();
            Map<String, Object> scope = Map.of(
                    // Liquibase would print its progress to the console otherwise.
                    Scope.Attr.ui.name(), new LoggerUIService(), Scope.Attr.resourceAccessor.name(), resources);
            Scope.child(scope, () -> change.apply(new Liquibase(changelog, resources, target)));
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
