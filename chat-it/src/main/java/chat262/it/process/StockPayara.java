package chat262.it.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Payara Micro as it is published with {@code chat.war} in it, as {@code docs/operations.md} says, on a free port of 127.0.0.1. */
public final class StockPayara implements AutoCloseable {
    private static final String LOOPBACK =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address"
                    + "=127.0.0.1\n";

    private final JarRun run;
    private final int port;

    private StockPayara(JarRun run, int port) {
        this.run = run;
        this.port = port;
    }

    /**
     * Starts it and waits until the application is deployed.
     *
     * @param folder an empty folder
     */
    public static StockPayara start(Path folder) {
        int port = ServerProcess.freePort();
        try {
            Path loopback = Files.writeString(folder.resolve("loopback.txt"), LOOPBACK);
            String commands = Documentation.operations("asadmin").get(0).replace("/var/lib/chat", folder.toString());
            Path dataSource = Files.writeString(folder.resolve("data-source.txt"), commands);
            List<String> command = Stream.of(
                            List.of(Artefacts.java().toString(), ServerCommand.SHORT_LIVED),
                            List.of("-Dhazelcast.socket.bind.any=false", "-jar"),
                            List.of(Artefacts.payaraMicro().toString(), "--nocluster", "--port", "" + port),
                            List.of("--prebootcommandfile", loopback.toString(), "--addLibs", derby()),
                            List.of("--postbootcommandfile", dataSource.toString()),
                            List.of("--deploy", Artefacts.war().toString()))
                    .flatMap(List::stream)
                    .toList();
            JarRun run = JarRun.ofCommand(command, folder, Map.of("CHAT_PASSWORD_ITERATIONS", "1024"));
            return new StockPayara(run.awaitText("ready in"), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String derby() {
        return Stream.of("derby.jar", "derbyshared.jar", "derbytools.jar")
                .map(jar -> Artefacts.payaraMicro().resolveSibling(jar).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Where the application is: Payara gives it the path of its file's name. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/chat/");
    }

    @Override
    public void close() {
        run.close();
    }
}
