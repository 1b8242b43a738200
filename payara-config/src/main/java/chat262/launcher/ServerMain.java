package chat262.launcher;

import chat262.api.server.ServerProperties;
import chat262.launcher.common.DataFolder;
import chat262.launcher.common.StartupException;
import chat262.launcher.database.Database;
import chat262.launcher.runtime.Jvm;
import chat262.launcher.runtime.PayaraClassPath;
import chat262.launcher.runtime.QuickStart;
import chat262.launcher.runtime.ServerJar;
import chat262.launcher.runtime.UnpackedRuntime;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code java -jar chat-server.jar}: starts the server, or runs one of the commands that prepare it or care for its database. */
public final class ServerMain {
    // The process's own streams; System.out and System.err are redirected to the log.
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private static ShutdownHook shutdown;
    private static StartWatch watch;

    private ServerMain() {}

    /** Starts the server and returns when it is ready; the process then runs until a signal stops it. */
    public static void main(String[] arguments) {
        try {
            ServiceLinks links = ServiceLinks.in(System.getenv());
            links.notes().forEach(note -> ERR.println("262chat: " + note));
            ServerCommand command = ServerCommand.of(List.of(arguments), links.environment());
            NameEncoding.check(command);
            switch (command.action()) {
                case HELP -> OUT.print(CommandSyntax.help());
                case VERSION -> OUT.println("262chat " + version());
                case SERVE -> serve(command);
                case MIGRATE -> migrate(command);
                case MOVE -> OUT.println(DatabaseCommands.move(command, ERR));
                case NODES -> OUT.print(DatabaseCommands.nodes(command));
                case PREPARE -> prepare(command);
            }
        } catch (StartupException e) {
            fail(e);
        } catch (IOException | RuntimeException e) {
            fail(StartupException.failed("the server can't start: " + e));
        }
    }

    private static void serve(ServerCommand command) throws StartupException, IOException {
        InetAddress address = InetAddress.getByName(command.get(Setting.BIND));
        URI url = ReadinessProbe.baseUrl(address, command.number(Setting.PORT));
        refuseTakenPort(address, command.number(Setting.PORT));
        boot(command, true);
        ReadinessProbe readiness = ReadinessProbe.of(url);
        watch.await(readiness::isReady);
        if (!shutdown.hasBegun()) {
            System.setProperty(ServerProperties.SERVING, "true");
            OUT.println("262chat is ready at " + url);
            OUT.flush();
        }
    }

    private static void migrate(ServerCommand command) throws StartupException, IOException {
        boot(command, false);
        watch.await(() -> System.getProperty(ServerProperties.MIGRATE_RESULT) != null);
        String result = System.getProperty(ServerProperties.MIGRATE_RESULT);
        if (!result.equals(ServerProperties.MIGRATE_OK)) {
            throw PayaraServer.failed("the migration " + result);
        }
        OUT.println("the database is back at " + command.operand(CommandSyntax.TO));
        shutdown.exit(0);
    }

    /** Unpacks the libraries and makes the files of a quick start. */
    private static void prepare(ServerCommand command) throws StartupException, IOException {
        String name = command.get(Setting.RUNTIME);
        Path folder = name.isEmpty()
                ? DataFolder.open(Path.of(command.get(Setting.DATA))).runtime()
                : Path.of(name);
        ServerJar jar = ServerJar.own();
        if (jar.isUnpacked()) {
            throw StartupException.misused("prepare is for chat-server.jar, not for what it has unpacked");
        }
        UnpackedRuntime runtime = new UnpackedRuntime(folder);
        QuickStart quickStart = new QuickStart(runtime);
        ERR.println("preparing quick starts of the server in " + runtime.folder() + " ...");
        try (FileChannel lock = runtime.lock()) {
            runtime.makeLocked(jar, lock);
            quickStart.make();
        }
        OUT.println(quickStart.command());
    }

    private static void boot(ServerCommand command, boolean listening) throws StartupException, IOException {
        DataFolder data = DataFolder.open(Path.of(command.get(Setting.DATA)));
        Database database = Database.of(command.get(Setting.DB), command.get(Setting.DB_PASSWORD));
        database.refuseUnusable(data);
        ERR.println("starting 262chat with the data in %s (%s) ...".formatted(database.where(data), Jvm.description()));
        PayaraServer payara =
                new PayaraServer(database, PayaraClassPath.of(ServerJar.own(), runtimeFolder(command, data)));
        shutdown = new ShutdownHook(payara, data);
        Runtime.getRuntime().addShutdownHook(shutdown);
        payara.configure(command, data);
        watch = new StartWatch(Duration.ofSeconds(command.number(Setting.START_TIMEOUT)), ServerMain::fail);
        watch.begin();
        System.setProperty(ServerProperties.VERSION, version());
        payara.boot(data.temporary(), listening);
    }

    private static Path runtimeFolder(ServerCommand command, DataFolder data) {
        String name = command.get(Setting.RUNTIME);
        return name.isEmpty() ? data.runtime() : Path.of(name);
    }

    /** Called before Payara starts, which takes long and would only log it. */
    private static void refuseTakenPort(InetAddress address, int port) throws StartupException {
        try (ServerSocket probe = new ServerSocket()) {
            // As Payara does: connections of a server that has just ended are no obstacle.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw StartupException.failed("can't listen on %s port %d: %s; choose another with %s or %s"
                    .formatted(
                            address.getHostAddress(),
                            port,
                            e.getMessage(),
                            Setting.PORT.option(),
                            Setting.PORT.environment()));
        }
    }

    private static void fail(StartupException e) {
        if (shutdown == null) {
            ERR.println("262chat: " + e.getMessage());
            System.exit(e.exitCode());
        } else if (!shutdown.hasBegun()) {
            // During a shutdown, a start fails in many ways that are of no interest.
            ERR.println("262chat: " + e.getMessage());
            shutdown.exit(e.exitCode());
        }
    }

    private static String version() {
        return Optional.ofNullable(ServerMain.class.getPackage().getImplementationVersion())
                .orElse("(not from its jar)");
    }
}
