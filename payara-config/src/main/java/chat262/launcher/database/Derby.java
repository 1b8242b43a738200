package chat262.launcher.database;

import chat262.launcher.common.DataFolder;
import chat262.launcher.common.JarResources;
import java.io.IOException;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** The embedded Derby, in the data folder. */
final class Derby implements Database {
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

    /** Shuts Derby down, so that the next start needs no recovery. */
    @Override
    public void close(ClassLoader loader) {
        try {
            Class<?> type = Class.forName("org.apache.derby.jdbc.EmbeddedDriver", true, loader);
            Driver derby = (Driver) type.getDeclaredConstructor().newInstance();
            derby.connect("jdbc:derby:;shutdown=true", new Properties()).close();
        } catch (SQLException e) {
            // Derby reports the shutdown by an exception; if it has failed, the next start recovers from the log.
            return;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Derby is not in the jar", e);
        }
    }
}
