package chat262.launcher.move;

import chat262.launcher.common.StartupException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import javax.sql.DataSource;

/** The schema of this program, which the WAR knows: calls its class {@code chat262.schema.DataMove}. */
final class Schema {
    private static final String CLASS = "chat262.schema.DataMove";

    private final ClassLoader loader;

    /** Opens a connection for one call, which closes it. */
    interface Opener {
        Connection open() throws StartupException;
    }

    /**
     * The schema of the WAR that a class loader finds.
     *
     * @param loader finds the WAR's classes and their libraries
     */
    Schema(ClassLoader loader) {
        this.loader = loader;
    }

    /** Whether a database has exactly this schema. */
    boolean isCurrent(Opener database) throws StartupException {
        return (Boolean) call("isCurrent", database);
    }

    /** Whether a database has changes that this program doesn't know. */
    boolean isNewer(Opener database) throws StartupException {
        return (Boolean) call("isNewer", database);
    }

    /** The SQL that gives a database this schema, to be run in one transaction. */
    String updateScript(Opener database) throws StartupException {
        return (String) call("updateScript", database);
    }

    /** Refuses a database that could lose what it has confirmed. */
    void refuseUnsafe(Opener database) throws StartupException {
        call("refuseUnsafe", database);
    }

    private Object call(String method, Opener database) throws StartupException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Liquibase looks for the changelog and its own parts there.
        thread.setContextClassLoader(loader);
        try {
            return loader.loadClass(CLASS).getMethod(method, DataSource.class).invoke(null, dataSource(database));
        } catch (InvocationTargetException e) {
            Throwable cause =
                    e.getCause() instanceof UndeclaredThrowableException wrapped ? wrapped.getCause() : e.getCause();
            throw StartupException.failed(String.valueOf(cause.getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(CLASS + " is not in the jar as expected", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A data source of whose methods only {@code getConnection()} is called. */
    private static DataSource dataSource(Opener database) {
        return (DataSource) Proxy.newProxyInstance(
                Schema.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection") && arguments == null) {
                        return database.open();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
