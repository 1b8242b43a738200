package chat262.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** Payara Micro with the WAR and Derby, in this process. Boots once. */
final class PayaraServer {
    /** The system property that tells the connector whether the application is there to answer. */
    static final String SERVING = "chat.serving";

    /** The name that Payara gives the WAR. */
    private static final String APPLICATION = "chat";

    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";

    private volatile ClassLoader loader;

    /** Sets what Payara, Derby and the WAR read from system properties, and sends all logs to the data folder. */
    static void configure(CommandLine command, DataFolder data) throws IOException {
        for (Setting setting : Setting.values()) {
            System.setProperty(setting.property(), command.get(setting));
        }
        System.setProperty(Setting.DATA.property(), data.path().toString());
        command.migrateTo().ifPresent(tag -> System.setProperty("chat.migrate.to", tag));
        System.setProperty("java.io.tmpdir", data.temporary().toString());
        System.setProperty("derby.system.home", data.path().toString());
        Properties derby = new Properties();
        try (InputStream in = resource("MICRO-INF/derby.properties")) {
            derby.load(in);
        }
        derby.forEach((name, value) -> System.setProperty((String) name, (String) value));
        ServerLog.openAt(data.log().resolve("server.log"));
        Path logging = data.temporary().resolve("logging.properties");
        try (InputStream in = resource("MICRO-INF/logging.properties")) {
            Files.copy(in, logging);
        }
        System.setProperty("java.util.logging.config.file", logging.toString());
        LogStream.captureStandardStreams();
    }

    /**
     * Boots Payara below the folder for temporary things and deploys the WAR.
     *
     * @param listening whether to answer HTTP; a migration doesn't
     */
    void boot(Path temporary, boolean listening) throws CannotStart {
        PayaraMicroRuntime runtime;
        try {
            PayaraMicro.setUpackedJarDir(temporary.toFile());
            PayaraMicro micro = PayaraMicro.getInstance();
            loader = Thread.currentThread().getContextClassLoader();
            micro.setRootDir(temporary.toFile()).setPrintLogo(false);
            // One server, one node. Less would not do: "no cluster" alone still opens Hazelcast's port to the network.
            micro.setNoHazelcast(true);
            if (!listening) {
                micro.setPreBootHandler(commands -> commands.run("set", LISTENER + ".enabled=false"));
            }
            runtime = micro.bootStrap();
        } catch (BootstrapException | RuntimeException e) {
            throw failed("Payara did not start: " + ServerLog.firstSevere().orElse(String.valueOf(e.getMessage())));
        }
        // Payara calls itself ready even when there is nothing to serve.
        if (!runtime.getDeployedApplicationNames().contains(APPLICATION)) {
            throw failed("the application failed to deploy: "
                    + ServerLog.firstSevere().orElse("the log has no reason"));
        }
    }

    /** A failure whose reason the log explains further. */
    static CannotStart failed(String reason) {
        return CannotStart.failed(reason + System.lineSeparator() + "the log: " + ServerLog.file());
    }

    /** Has Derby write everything to its place, so that the next start needs no recovery. Call it when Payara has stopped. */
    void closeDatabase() {
        if (loader == null) {
            return;
        }
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

    private static InputStream resource(String name) throws IOException {
        InputStream in = PayaraServer.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new IOException(name + " is not in the jar");
        }
        return in;
    }
}
