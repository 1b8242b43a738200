package chat262.launcher.database;

import chat262.launcher.common.DataFolder;
import chat262.launcher.common.JarResources;
import chat262.launcher.common.MoveMark;
import chat262.launcher.common.StartupException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** The embedded Derby, in the data folder. */
final class Derby implements Database {
    private static final String DRIVER = "org.apache.derby.jdbc.EmbeddedDriver";

    @Override
    public String folder() {
        return "derby";
    }

    @Override
    public String where(DataFolder data) {
        return data.path().toString();
    }

    @Override
    public void configure(DataFolder data) throws IOException {
        System.setProperty("derby.system.home", data.path().toString());
        JarResources.properties("MICRO-INF/derby/derby.properties")
                .forEach((name, value) -> System.setProperty((String) name, (String) value));
    }

    /** Refuses data that were moved elsewhere. Others may change from now on, so a move of them would have to begin anew. */
    @Override
    public void refuseUnusable(DataFolder data) throws StartupException, IOException {
        MoveMark mark = MoveMark.of(data);
        mark.refuseMoved();
        mark.abandonAttempt();
    }

    @Override
    public Connection connect(ClassLoader loader) throws StartupException {
        try {
            return Database.driver(loader, DRIVER).connect("jdbc:derby:db", new Properties());
        } catch (SQLException e) {
            throw StartupException.failed("the Derby database can't be opened: " + SqlFailure.reason(e));
        }
    }

    /** Shuts Derby down, so that the next start needs no recovery. */
    @Override
    public void close(ClassLoader loader) {
        try {
            Database.driver(loader, DRIVER)
                    .connect("jdbc:derby:;shutdown=true", new Properties())
                    .close();
        } catch (SQLException e) {
            // Derby reports the shutdown by an exception; if it has failed, the next start recovers from the log.
            return;
        }
    }
}
