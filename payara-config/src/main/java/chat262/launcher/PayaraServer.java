package chat262.launcher;

import chat262.api.server.ServerProperties;
import chat262.launcher.common.DataFolder;
import chat262.launcher.common.JarResources;
import chat262.launcher.common.StartupException;
import chat262.launcher.database.Database;
import chat262.launcher.runtime.PayaraClassPath;
import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Payara Micro with the WAR, in this process. It starts once. */
final class PayaraServer {
    /** Payara's name for the WAR. */
    private static final String APPLICATION = "chat";

    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";

    private final Database database;
    private final PayaraClassPath classPath;
    private volatile ClassLoader loader;

    /** Payara with the WAR, on this database. */
    PayaraServer(Database database, PayaraClassPath classPath) {
        this.database = database;
        this.classPath = classPath;
    }

    /** Sets the system properties that Payara, the database and the WAR read, and directs all logs to the data folder. */
    void configure(ServerCommand command, DataFolder data) throws IOException {
        for (Setting setting : Setting.values()) {
            if (!setting.isSecret()) {
                System.setProperty(setting.property(), command.get(setting));
            }
        }
        System.setProperty(Setting.DATA.property(), data.path().toString());
        if (command.action() == ServerCommand.Action.MIGRATE) {
            System.setProperty(ServerProperties.MIGRATE_TO, command.operand(CommandSyntax.TO));
        }
        System.setProperty("java.io.tmpdir", data.temporary().toString());
        database.configure(data);
        ServerLog.openAt(data.log().resolve("server.log"));
        Path logging = data.temporary().resolve("logging.properties");
        try (InputStream in = JarResources.open("MICRO-INF/logging.properties")) {
            Files.copy(in, logging);
        }
        System.setProperty("java.util.logging.config.file", logging.toString());
        LoggingStream.captureStandardStreams();
    }

    /**
     * Starts Payara and deploys the WAR.
     *
     * @param temporary the folder for Payara's own files
     * @param listening whether to listen for HTTP; a migration doesn't
     */
    void boot(Path temporary, boolean listening) throws StartupException {
        PayaraMicroRuntime runtime;
        try {
            loader = classPath.load();
            PayaraMicroBoot micro = PayaraClassPath.payara(loader);
            micro.setRootDir(temporary.toFile()).setPrintLogo(false);
            // A server is a single node. Payara's option "no cluster" would still open Hazelcast's port to the network.
            micro.setNoHazelcast(true);
            if (!listening) {
                micro.setPreBootHandler(commands -> commands.run("set", LISTENER + ".enabled=false"));
            }
            micro.setPostBootHandler(database::makePool);
            runtime = micro.bootStrap();
        } catch (BootstrapException | IOException | RuntimeException e) {
            throw failed("Payara did not start: " + ServerLog.firstSevere().orElse(String.valueOf(e.getMessage())));
        }
        // Payara calls itself ready even when the WAR failed to deploy.
        if (!runtime.getDeployedApplicationNames().contains(APPLICATION)) {
            throw failed("the application failed to deploy: "
                    + ServerLog.firstSevere().orElse("the log has no reason"));
        }
    }

    /** A failure of which the log has the details. */
    static StartupException failed(String reason) {
        return StartupException.failed(reason + System.lineSeparator() + "the log: " + ServerLog.file());
    }

    /** Closes the database. To be called when Payara has stopped. */
    void closeDatabase() {
        if (loader != null) {
            database.close(loader);
        }
    }
}
