package chat262.cluster;

import chat262.api.server.ServerProperties;
import chat262.platform.SafeLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes connections to PostgreSQL outside the pool, which would take back one that is never returned. */
final class OwnConnections {
    private static final Logger LOG = Logger.getLogger(OwnConnections.class.getName());

    private final PGSimpleDataSource database = new PGSimpleDataSource();

    private OwnConnections(String url, String user, String password) {
        database.setUrl(url);
        database.setUser(user);
        database.setPassword(password);
    }

    /** With the settings from which the pool is made; empty if there are none, as in a Payara whose pool is its own. */
    static Optional<OwnConnections> of(Config config) {
        return config.getOptionalValue(ServerProperties.DB_URL, String.class)
                .map(url -> new OwnConnections(
                        url,
                        config.getOptionalValue(ServerProperties.DB_USER, String.class)
                                .orElse(""),
                        config.getOptionalValue(ServerProperties.DB_PASSWORD, String.class)
                                .orElse("")));
    }

    /** A new one, which commits each statement. */
    Connection open() throws SQLException {
        return database.getConnection();
    }

    /** Ends a connection at once, also while another thread waits for its answer; null is none. */
    static void end(Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            SafeLog.log(LOG, Level.FINE, "A connection was gone before it was ended", e);
        }
    }
}
