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
import java.util.Optional;
import javax.sql.DataSource;
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
        } catch (RuntimeException | LinkageError e) {
            // The container goes on without us; whoever started it waits for us to get ready.
            System.setProperty(START_FAILURE, e instanceof IllegalStateException ? e.getMessage() : e.toString());
            throw e;
        }
    }

    private void prepare() {
        settings.check();
        Durability.check(database);
        if (migrateTo.isPresent()) {
            rollBack(migrateTo.get());
        } else {
            if (!SchemaVersion.isNewest(database, CHANGELOG)) {
                SchemaChanges.bringUpToDate(database, CHANGELOG);
            }
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
            SchemaChanges.rollBack(database, CHANGELOG, tag);
            System.setProperty(OUTCOME, "ok");
        } catch (IllegalStateException e) {
            System.setProperty(OUTCOME, "failed: " + e.getMessage());
        }
    }
}
