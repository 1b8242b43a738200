package chat262.launcher.database;

import chat262.api.server.ServerProperties;
import chat262.launcher.common.DataFolder;
import chat262.launcher.common.JarResources;
import chat262.launcher.common.StartupException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.util.Arrays;
import java.util.Optional;

/** The database of a server: the embedded {@link Derby} or a {@link PostgreSql}. */
public interface Database {
    /** The value of the setting that chooses the embedded database. */
    String EMBEDDED = "derby";

    /** The system property in which the commands for PostgreSQL's pool find the password. */
    String PASSWORD_PROPERTY = ServerProperties.DB_PASSWORD;

    /**
     * The database that the settings name.
     *
     * @param name {@link #EMBEDDED}, or a URL in which {@link #complaint} finds no fault
     * @param password the password for a URL without one; empty for none
     */
    static Database of(String name, String password) {
        return name.equals(EMBEDDED) ? new Derby() : new PostgreSql(name, password);
    }

    /** What is wrong with a name; empty if it names a database. The result contains nothing of the name. */
    static Optional<String> complaint(String name) {
        return name.equals(EMBEDDED) ? Optional.empty() : PostgreSql.complaint(name);
    }

    /** The folder with its settings, in {@code MICRO-INF}. */
    String folder();

    /** Where the data are, for the user. */
    String where(DataFolder data);

    /** Called before Payara starts, which takes long and would fail with a less readable message. */
    void refuseUnusable(DataFolder data) throws StartupException, IOException;

    /**
     * Opens a connection without a pool. The caller has called {@link #configure}, or needs none of that.
     *
     * @param loader the class loader that finds the driver
     */
    Connection connect(ClassLoader loader) throws StartupException;

    /** Sets the system properties that the driver and the pool's commands read. */
    void configure(DataFolder data) throws IOException;

    /**
     * Closes it after Payara has stopped.
     *
     * @param loader the class loader that finds the driver
     */
    void close(ClassLoader loader);

    /** Makes the connection pool by asadmin commands, one a line; a line that starts with # is a comment. */
    default void makePool(AdminCommandRunner payara) {
        String file = "MICRO-INF/" + folder() + "/pool-commands.txt";
        try (InputStream in = JarResources.open(file)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> run(payara, line.strip().split(" +")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A driver by the name of its class. */
    static Driver driver(ClassLoader loader, String name) {
        try {
            return (Driver)
                    Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " is not in the jar", e);
        }
    }

    private static void run(AdminCommandRunner payara, String[] words) {
        ClusterCommandResult result = payara.run(words[0], Arrays.copyOfRange(words, 1, words.length));
        if (result.getExitStatus() != ExitStatus.SUCCESS) {
            throw new IllegalStateException(words[0] + ": " + result.getOutput());
        }
    }
}
