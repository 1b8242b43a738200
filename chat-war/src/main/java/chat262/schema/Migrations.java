package chat262.schema;

import chat262.api.server.ServerProperties;
import chat262.platform.Settings;
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
 * Prepares the database when the server starts, above all its schema. If {@link ServerProperties#MIGRATE_TO} names a tag, the schema is
 * rolled back to that instead: then the server does not become ready, and the result is in {@link
 * ServerProperties#MIGRATE_RESULT}. A server that can't start says why in {@link ServerProperties#START_FAILURE}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN) // Liquibase commits by itself
public class Migrations {
    /** The changes of the schema, on the class path. */
    static final String CHANGELOG = "db/changelog.xml";

    @Resource(lookup = "jdbc/chat")
    DataSource database;

    @Inject
    Settings settings;

    @Inject
    @ConfigProperty(name = ServerProperties.MIGRATE_TO)
    Optional<String> migrateTo;

    /** The name of the restore, if the data come from a backup. */
    @Inject
    @ConfigProperty(name = ServerProperties.RESTORED)
    Optional<String> restored;

    private String epoch;

    @PostConstruct
    void start() {
        orTellLauncher(this::prepare);
    }

    /** Refuses to start if a move to this database has begun since that was last looked for. */
    public void refuseUnfinishedMove() {
        orTellLauncher(() -> DataMove.refuseUnfinished(database));
    }

    private static void orTellLauncher(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | LinkageError e) {
            // The container goes on without the application, and the launcher waits for it to become ready.
            System.setProperty(
                    ServerProperties.START_FAILURE, e instanceof IllegalStateException ? e.getMessage() : e.toString());
            throw e;
        }
    }

    private void prepare() {
        settings.check();
        DurabilityCheck.check(database);
        if (migrateTo.isPresent()) {
            rollBack(migrateTo.get());
        } else {
            SchemaLevel.check(database);
            if (!SchemaVersion.isNewest(database, CHANGELOG)) {
                LiquibaseRunner.bringUpToDate(database, CHANGELOG);
            }
            DataMove.refuseUnfinished(database);
            EpochStore epochs = new EpochStore(database);
            epochs.initialize();
            restored.ifPresent(epochs::recordRestore);
            epoch = epochs.epoch();
        }
    }

    /** The random id of the history; null after a rollback, when the server must not serve. */
    @Lock(LockType.READ)
    public String epoch() {
        return epoch;
    }

    private void rollBack(String tag) {
        try {
            LiquibaseRunner.rollBack(database, CHANGELOG, tag);
            System.setProperty(ServerProperties.MIGRATE_RESULT, ServerProperties.MIGRATE_OK);
        } catch (IllegalStateException e) {
            System.setProperty(ServerProperties.MIGRATE_RESULT, "failed: " + e.getMessage());
        }
    }
}
