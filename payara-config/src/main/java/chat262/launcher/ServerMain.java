package chat262.launcher;

import chat262.api.server.ServerProperties;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** {@code java -jar chat-server.jar}: starts the server, or takes its database back to an earlier schema. */
public final class ServerMain {
    // The real streams; System.out and System.err go to the log once there is one.
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private static Stop stop;
    private static volatile boolean started;

    private ServerMain() {}

    /** Starts the server and returns when it is ready; the process then lives until it is told to stop. */
    public static void main(String[] arguments) {
        try {
            CommandLine command = CommandLine.of(List.of(arguments), System.getenv());
            switch (command.verb()) {
                case HELP -> OUT.println(help());
                case VERSION -> OUT.println("262chat " + version());
                case SERVE -> serve(command);
                case MIGRATE -> migrate(command);
                case PREPARE -> prepare(command);
            }
        } catch (CannotStart e) {
            end(e.exitCode(), e.getMessage());
        } catch (IOException | RuntimeException e) {
            end(CannotStart.FAILED, "the server can't start: " + e);
        }
    }

    private static void serve(CommandLine command) throws CannotStart, IOException {
        InetAddress address = InetAddress.getByName(command.get(Setting.BIND));
        URI url = Readiness.baseUrl(address, command.number(Setting.PORT));
        refuseTakenPort(address, command.number(Setting.PORT));
        boot(command, true);
        Readiness readiness = Readiness.of(url);
        await(readiness::isReady);
        started = true;
        if (!stop.hasBegun()) {
            System.setProperty(ServerProperties.SERVING, "true");
            OUT.println("262chat is ready at " + url);
            OUT.flush();
        }
    }

    private static void migrate(CommandLine command) throws CannotStart, IOException {
        boot(command, false);
        await(() -> System.getProperty(ServerProperties.MIGRATE_RESULT) != null);
        started = true;
        String result = System.getProperty(ServerProperties.MIGRATE_RESULT);
        if (!result.equals(ServerProperties.MIGRATE_OK)) {
            throw PayaraServer.failed("the migration " + result);
        }
        OUT.println("the database is back at " + command.migrateTo().orElseThrow());
        stop.exit(0);
    }

    /** Unpacks the libraries and makes what quick starts take. */
    private static void prepare(CommandLine command) throws CannotStart, IOException {
        String named = command.get(Setting.RUNTIME);
        Path folder = named.isEmpty()
                ? DataFolder.open(Path.of(command.get(Setting.DATA))).runtime()
                : Path.of(named);
        ServerJar jar = ServerJar.own();
        if (jar.isUnpacked()) {
            throw CannotStart.misused("prepare is for chat-server.jar, not for what it has unpacked");
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

    private static void boot(CommandLine command, boolean listening) throws CannotStart, IOException {
        DataFolder data = DataFolder.open(Path.of(command.get(Setting.DATA)));
        Database database = Database.of(command);
        database.refuseIfAway();
        ERR.println("starting 262chat with the data in %s (%s) ..."
                .formatted(database.where(data), JavaMachine.description()));
        PayaraServer payara =
                new PayaraServer(database, PayaraClasses.of(ServerJar.own(), runtimeFolder(command, data)));
        stop = new Stop(payara, data);
        Runtime.getRuntime().addShutdownHook(stop);
        payara.configure(command, data);
        giveUpAfter(Duration.ofSeconds(command.number(Setting.START_TIMEOUT)));
        payara.boot(data.temporary(), listening);
    }

    private static Path runtimeFolder(CommandLine command, DataFolder data) {
        String named = command.get(Setting.RUNTIME);
        return named.isEmpty() ? data.runtime() : Path.of(named);
    }

    /** Asked before the long boot, as Payara would only log it. */
    private static void refuseTakenPort(InetAddress address, int port) throws CannotStart {
        try (ServerSocket probe = new ServerSocket()) {
            // As Payara does: connections of a server that has just ended don't count.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw CannotStart.failed("can't listen on %s port %d: %s; choose another with %s or %s"
                    .formatted(
                            address.getHostAddress(),
                            port,
                            e.getMessage(),
                            Setting.PORT.option(),
                            Setting.PORT.environment()));
        }
    }

    private static void await(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            pause(Duration.ofMillis(50));
        }
    }

    /** Whatever hangs, a start has an end. */
    private static void giveUpAfter(Duration most) {
        Instant deadline = Instant.now().plus(most);
        Thread watch = new Thread(() -> {
            // Payara goes on, and calls the application deployed, when its start has failed.
            await(() -> started
                    || System.getProperty(ServerProperties.START_FAILURE) != null
                    || Instant.now().isAfter(deadline));
            if (!started) {
                CannotStart never =
                        PayaraServer.failed(Optional.ofNullable(System.getProperty(ServerProperties.START_FAILURE))
                                .orElseGet(() -> "not ready after " + most.toSeconds() + " s"
                                        + ServerLog.firstSevere()
                                                .map(reason -> ": " + reason)
                                                .orElse("")));
                end(never.exitCode(), never.getMessage());
            }
        });
        watch.setName("262chat start watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the start", e);
        }
    }

    private static void end(int exitCode, String message) {
        if (stop == null) {
            ERR.println("262chat: " + message);
            System.exit(exitCode);
        } else if (!stop.hasBegun()) {
            // A start that is being stopped fails in many ways; nobody wants to read them.
            ERR.println("262chat: " + message);
            stop.exit(exitCode);
        }
    }

    private static String version() {
        return Optional.ofNullable(ServerMain.class.getPackage().getImplementationVersion())
                .orElse("(not from its jar)");
    }

    private static String help() {
        return """
                usage: chat server [OPTION VALUE]...
                       chat admin migrate --to TAG [OPTION VALUE]...
                       java -jar chat-server.jar prepare [OPTION VALUE]...

                Starts the server and says so in one line when it is ready; Ctrl-C or SIGTERM stops it.
                "migrate" takes the database of a stopped server back to an earlier version of its schema.
                "prepare" makes starts twice as quick: it unpacks the server, and prints the command that starts it then.

                Options, each also an environment variable (an option wins):
                %s
                  --help, --version
                """.formatted(Arrays.stream(Setting.values()).map(Setting::help).collect(Collectors.joining("\n")))
                .stripTrailing();
    }
}
