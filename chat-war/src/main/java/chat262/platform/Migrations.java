package chat262.platform;

import chat262.api.server.ServerProperties;
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
 * Brings the schema up to date when the server starts, or takes it back to a tag when
 * {@link ServerProperties#MIGRATE_TO} names one: then the server does not become ready, and the outcome is in
 * {@link ServerProperties#MIGRATE_RESULT}. A server that can't serve says why in {@link ServerProperties#START_FAILURE}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN) // Liquibase commits by itself
public class Migrations {
    private static final String CHANGELOG = "db/changelog.xml";

    @Resource(lookup = "jdbc/chat")
    DataSource database;

    @Inject
    Settings settings;

    @Inject
    @ConfigProperty(name = ServerProperties.MIGRATE_TO)
    Optional<String> migrateTo;

    /** The name of the restore that the data come from, if they come from a backup. */
    @Inject
    @ConfigProperty(name = ServerProperties.RESTORED)
    Optional<String> restored;

    private String epoch;

    @PostConstruct
    void start() {
        try {
            prepare();
        } catch (RuntimeException | LinkageError e) {
            // The container goes on without us; whoever started it waits for us to get ready.
            System.setProperty(
                    ServerProperties.START_FAILURE, e instanceof IllegalStateException ? e.getMessage() : e.toString());
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
            System.setProperty(ServerProperties.MIGRATE_RESULT, ServerProperties.MIGRATE_OK);
        } catch (IllegalStateException e) {
            System.setProperty(ServerProperties.MIGRATE_RESULT, "failed: " + e.getMessage());
        }
    }
}
