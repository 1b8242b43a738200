package chat262.it.bench;

import chat262.it.bench.measure.CpuTime;
import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.Artefacts;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A server whose start was measured; it runs until it is closed. */
final class BootedServer implements AutoCloseable {
    private static final Duration MOST = Duration.ofMinutes(5);
    private static final int MILLIS_BETWEEN_LOOKS = 10;
    private static final String USER = "anna";
    private static final String PAGE = "index.html";

    private final Process process;
    private final Start took;

    /** What a start took: its time, the CPU time of all its threads, and the memory that it had in use at the end. */
    record Start(Duration wall, Duration cpu, double residentMegabytes) {}

    /** A program that can be started again and again. */
    interface Program {
        BootedServer start() throws IOException, InterruptedException;
    }

    private BootedServer(Process process, Start took) {
        this.process = process;
        this.took = took;
    }

    /** The server as {@code ./chat server} starts it. */
    static Program quick(Path data) {
        return () -> chat(data, ServerProcess.measuredCommand());
    }

    /** The server as {@code java -jar chat-server.jar} starts it. */
    static Program oneJar(Path data) {
        String jar = Artefacts.serverJar().toString();
        return () -> chat(data, List.of(Artefacts.java().toString(), "-jar", jar));
    }

    /** Payara Micro as it is published, with an empty web application; it listens on the loopback address alone. */
    static Program stock(Path folder) throws IOException {
        Path war = folder.resolve("empty.war");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
            zip.putNextEntry(new ZipEntry("WEB-INF/"));
            zip.putNextEntry(new ZipEntry(PAGE));
        }
        Path commands = Files.writeString(
                folder.resolve("loopback.txt"),
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address"
                        + "=127.0.0.1\n");
        return () -> {
            int port = ServerProcess.freePort();
            List<String> command = new ArrayList<>(List.of(Artefacts.java().toString()));
            command.addAll(List.of(
                    "-Dhazelcast.socket.bind.any=false",
                    "-jar",
                    Artefacts.payaraMicro().toString()));
            command.addAll(List.of("--nocluster", "--interfaces", "127.0.0.1", "--port", String.valueOf(port)));
            command.addAll(List.of("--prebootcommandfile", commands.toString(), "--deploy", war.toString()));
            return launch(command, Map.of(), "ready in", () -> load(port));
        };
    }

    private static BootedServer chat(Path data, List<String> command) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        Map<String, String> settings = Map.of("CHAT_DATA", data.toString(), "CHAT_PORT", String.valueOf(port));
        Api api = Api.of(URI.create("http://127.0.0.1:" + port + "/"));
        boolean isNew = !Files.exists(data.resolve("db"));
        return launch(command, settings, "262chat is ready at", () -> {
            if (isNew) {
                Person.join(api, USER);
            } else {
                Person.logIn(api, USER);
            }
        });
    }

    private interface FirstCall {
        void make() throws IOException;
    }

    private static BootedServer launch(
            List<String> command, Map<String, String> settings, String readyText, FirstCall first)
            throws IOException, InterruptedException {
        Path said = Files.createTempFile("chat-bench", ".out");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("CHAT_"));
        builder.environment().putAll(settings);
        long begin = System.nanoTime();
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        while (!Files.readString(said).contains(readyText)) {
            if (!process.isAlive() || System.nanoTime() - begin > MOST.toNanos()) {
                process.destroyForcibly();
                throw new IOException("it did not get ready: " + Files.readString(said));
            }
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
        first.make();
        Duration wall = Duration.ofNanos(System.nanoTime() - begin);
        Start took = new Start(wall, CpuTime.of(process.pid()), CpuTime.residentMegabytes(process.pid()));
        Files.delete(said);
        return new BootedServer(process, took);
    }

    private static void load(int port) throws IOException {
        HttpURLConnection page = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/empty/" + PAGE)
                .toURL()
                .openConnection();
        if (page.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("the empty application answers " + page.getResponseCode());
        }
    }

    Start took() {
        return took;
    }

    long pid() {
        return process.pid();
    }

    /** Stops it and waits for its end, so that it takes nothing from what is measured next. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
