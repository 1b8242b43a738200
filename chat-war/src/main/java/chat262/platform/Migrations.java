package chat262.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.Optional;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings the schema up to date when the server starts, or takes it back to a tag when {@code chat.migrate.to} names one:
 * then the server does not become ready, and the outcome is in the system property {@code chat.migrate.result}.
 * A server that can't serve says why in {@code chat.start.failure}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN) // Liquibase commits by itself
public class Migrations {
    private static final String CHANGELOG = "db/changelog.xml";
    private static final String OUTCOME = "chat.migrate.result";
    private static final String START_FAILURE = "chat.start.failure";

    @Resource(lookup = "jdbc/chat")
    DataSource database;

    @Inject
    Settings settings;

    @Inject
    @ConfigProperty(name = "chat.migrate.to")
    Optional<String> migrateTo;

    /** The name of the restore that the data come from, if they come from a backup. */
    @Inject
    @ConfigProperty(name = "chat.restored")
    Optional<String> restored;

    private String epoch;

    @PostConstruct
    void start() {
        try {
            prepare();
        } catch (IllegalStateException e) {
            // The container goes on without us; whoever started it waits for us to get ready.
            System.setProperty(START_FAILURE, e.getMessage());
            throw e;
        }
    }

    private void prepare() {
        settings.check();
        Durability.check(database);
        if (migrateTo.isPresent()) {
            rollBack(migrateTo.get());
        } else {
            change(liquibase -> liquibase.update(""));
            History history = new History(database);
            history.begin();
            restored.ifPresent(history::restored);
            epoch = history.epoch();
        }
    }

    /** The history's random id; null after a rollback, when the server must not serve. */
    @Lock(LockType.READ)
    public String epoch() {
        return epoch;
    }

    private void rollBack(String tag) {
        try {
            change(liquibase -> liquibase.rollback(tag, ""));
            System.setProperty(OUTCOME, "ok");
        } catch (IllegalStateException e) {
            System.setProperty(OUTCOME, "failed: " + e.getMessage());
        }
    }

    private interface Change {
        void apply(Liquibase liquibase) throws LiquibaseException;
    }

    private void change(Change change) {
        try (Connection connection = database.getConnection()) {
            var target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            // Liquibase would print its progress to the console otherwise.
            Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> {
                change.apply(new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(), target));
            });
        } catch (Exception e) { // Scope.child declares no less
            throw new IllegalStateException("The database could not be migrated: " + e.getMessage(), e);
        }
    }
}
