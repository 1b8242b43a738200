package chat262.cluster;

import chat262.api.server.ServerProperties;
import chat262.platform.SafeLog;
import chat262.platform.ServiceEnded;
import chat262.platform.ServiceState;
import chat262.platform.Settings;
import chat262.schema.CommonLevel;
import chat262.schema.Migrations;
import chat262.schema.SchemaLevel;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** Makes this server a node among all that use the same PostgreSQL. On Derby it is alone, and this does nothing. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Cluster {
    private static final Logger LOG = Logger.getLogger(Cluster.class.getName());

    private static final long RENEW_INTERVAL_MILLIS = 2_000;

    @Resource(lookup = "jdbc/chat")
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Migrations migrations;

    @Inject
    Settings settings;

    @Inject
    Config config;

    @Inject
    ServiceState service;

    @Inject
    CommonLevel levels;

    @Inject
    Event<ServiceEnded> ended;

    private boolean shared;
    private ThisNode node;
    private NodeTable nodes;
    private WakeUpBus bus = WakeUpBus.NONE;
    private ScheduledExecutorService clock;

    @PostConstruct
    void start() {
        shared = migrations.epoch() != null && isPostgreSql();
        if (!shared) {
            return;
        }
        String version =
                config.getOptionalValue(ServerProperties.VERSION, String.class).orElse("(not known)");
        node = new ThisNode(UUID.randomUUID().toString(), migrations.epoch(), version);
        nodes = new NodeTable(database, node, SchemaLevel.CURRENT);
        bus = bus();
        renew();
        migrations.refuseUnfinishedMove(); // once this node can be seen, as a move looks for nodes once it can be seen
        clock = Executors.newSingleThreadScheduledExecutor(threads);
        clock.scheduleWithFixedDelay(this::renew, RENEW_INTERVAL_MILLIS, RENEW_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private boolean isPostgreSql() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("The database can't be reached: " + e.getMessage(), e);
        }
    }

    private WakeUpBus bus() {
        if (!settings.isNotified()) {
            return WakeUpBus.NONE;
        }
        return OwnConnections.of(config)
                .<WakeUpBus>map(connections -> new PostgresBus(connections, node, threads))
                .orElseGet(() -> {
                    LOG.info(ServerProperties.DB_URL + " is not set: what other nodes store is found by the sweep");
                    return WakeUpBus.NONE;
                });
    }

    private void renew() {
        try {
            NodeTable.State state = nodes.renew();
            levels.set(state.commonLevel());
            if (!state.epoch().equals(node.epoch()) && service.endReason().isEmpty()) {
                endService();
            }
        } catch (SQLException | RuntimeException | Error e) {
            SafeLog.log(LOG, Level.FINE, "The database does not know that this node is there", e);
        }
    }

    private void endService() {
        String reason =
                "the database was restored from a backup while this server was running: it must be started again";
        LOG.severe("Out of service: " + reason);
        service.end(reason);
        ended.fire(new ServiceEnded());
    }

    /** Whether there may be other nodes. */
    public boolean isShared() {
        return shared;
    }

    /** Whether nodes find what others have stored by their sweeps only. */
    public boolean isSweptOnly() {
        return shared && bus == WakeUpBus.NONE;
    }

    /** What takes hints for the other nodes. */
    public Hints hints() {
        return bus.hints();
    }

    /** Begins to receive what other nodes tell. */
    public void listen(HintListener listener) {
        bus.start(listener);
    }

    @PreDestroy
    void stop() {
        bus.stop();
        if (!shared) {
            return;
        }
        clock.shutdownNow();
        try {
            nodes.remove();
        } catch (SQLException | RuntimeException e) { // other nodes will remove it
            LOG.log(Level.FINE, "The database does not know that this node leaves", e);
        }
    }
}
