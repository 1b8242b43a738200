package chat262.launcher;

import chat262.api.server.ServerProperties;
import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Payara Micro with the WAR, in this process. Boots once. */
final class PayaraServer {
    /** The name that Payara gives the WAR. */
    private static final String APPLICATION = "chat";

    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";

    private final Database database;
    private final PayaraClasses classes;
    private volatile ClassLoader loader;

    /** Payara with the WAR on this database. */
    PayaraServer(Database database, PayaraClasses classes) {
        this.database = database;
        this.classes = classes;
    }

    /** Sets what Payara, the database and the WAR read from system properties, and sends all logs to the data folder. */
    void configure(CommandLine command, DataFolder data) throws IOException {
        for (Setting setting : Setting.values()) {
            if (!setting.isSecret()) {
                System.setProperty(setting.property(), command.get(setting));
            }
        }
        System.setProperty(Setting.DATA.property(), data.path().toString());
        command.migrateTo().ifPresent(tag -> System.setProperty(ServerProperties.MIGRATE_TO, tag));
        System.setProperty("java.io.tmpdir", data.temporary().toString());
        database.configure(data);
        ServerLog.openAt(data.log().resolve("server.log"));
        Path logging = data.temporary().resolve("logging.properties");
        try (InputStream in = Resources.open("MICRO-INF/logging.properties")) {
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
            loader = classes.load();
            PayaraMicroBoot micro = PayaraClasses.payara(loader);
            micro.setRootDir(temporary.toFile()).setPrintLogo(false);
            // One server, one node. Less would not do: "no cluster" alone still opens Hazelcast's port to the network.
            micro.setNoHazelcast(true);
            if (!listening) {
                micro.setPreBootHandler(commands -> commands.run("set", LISTENER + ".enabled=false"));
            }
            micro.setPostBootHandler(database::makePool);
            runtime = micro.bootStrap();
        } catch (BootstrapException | IOException | RuntimeException e) {
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

    /** Lets go of the database. Call it when Payara has stopped. */
    void closeDatabase() {
        if (loader != null) {
            database.close(loader);
        }
    }
}
