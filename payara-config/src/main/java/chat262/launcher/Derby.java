package chat262.launcher;

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
        Resources.properties("MICRO-INF/derby/derby.properties")
                .forEach((name, value) -> System.setProperty((String) name, (String) value));
    }

    /** Has Derby write everything to its place, so that the next start needs no recovery. */
    @Override
    public void close(ClassLoader loader) {
        try {
            Class<?> type = Class.forName("org.apache.derby.jdbc.EmbeddedDriver", true, loader);
            Driver derby = (Driver) type.getDeclaredConstructor().newInstance();
            derby.connect("jdbc:derby:;shutdown=true", new Properties()).close();
        } catch (SQLException e) {
            // Derby says "shut down" by an exception; and if it could not, the next start recovers from its log.
            return;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Derby is not in the jar", e);
        }
    }
}
