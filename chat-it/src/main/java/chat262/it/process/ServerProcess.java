package chat262.it.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A server: {@code chat-server.jar} in a process of its own, on a free port of 127.0.0.1. It can be killed and started
 * again on the same port and data. Not thread-safe, but {@link #kill} may come from another thread.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(300);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final List<String> command;
    private final Path data;
    private final Map<String, String> settings;
    private final int port;
    private volatile Process process;

    private ServerProcess(List<String> command, Path data, Map<String, String> settings, int port) {
        this.command = command;
        this.data = data.toAbsolutePath();
        this.settings = new TreeMap<>(settings);
        this.port = port;
        // In case this JVM ends before it closes the process.
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param data its data folder, made if missing
     * @param settings environment variables such as {@code CHAT_PASSWORD_ITERATIONS}
     * @throws IllegalStateException if it doesn't get ready, with what it said and the end of its log
     */
    public static ServerProcess start(Path data, Map<String, String> settings) {
        return start(ServerCommand.shortLived(), data, settings);
    }

    /** Starts another jar than the built one, as {@code java -jar}, and waits until it is ready. */
    public static ServerProcess startJar(Path jar, Path data, Map<String, String> settings) {
        List<String> command = List.of(Artefacts.java().toString(), ServerCommand.SHORT_LIVED, "-jar", jar.toString());
        return start(command, data, settings);
    }

    /** How {@code ./chat server} starts the built server, with the options in {@code CHAT_JAVA_OPTS}. */
    public static List<String> measuredCommand() {
        Path jar = Artefacts.serverJar();
        return ServerCommand.prepared(jar, jar.resolveSibling("runtime"), javaOptions());
    }

    /** Starts the built server to be measured, as {@code ./chat server} would: with the options in {@code CHAT_JAVA_OPTS}. */
    public static ServerProcess measured(Path data, Map<String, String> settings) {
        return start(measuredCommand(), data, settings);
    }

    /** Starts a server to be measured, as {@code ./chat server} would: with the options in {@code CHAT_JAVA_OPTS}. */
    public static ServerProcess measured(Path jar, Path data, Map<String, String> settings) {
        Path runtime = data.resolveSibling(data.getFileName() + "-runtime");
        return start(ServerCommand.prepared(jar, runtime, javaOptions()), data, settings);
    }

    private static List<String> javaOptions() {
        String options = System.getenv().getOrDefault("CHAT_JAVA_OPTS", "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    private static ServerProcess start(List<String> command, Path data, Map<String, String> settings) {
        ServerProcess server = new ServerProcess(command, data, settings, freePort());
        server.start();
        return server;
    }

    /** A port that was free a moment ago. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the next start on, a setting has another value. */
    public void set(String variable, String value) {
        settings.put(variable, value);
    }

    /** Starts it again, on the same port and data, after {@link #kill} or {@link #stop}, and waits until it is ready. */
    public void start() {
        if (isAlive()) {
            throw new IllegalStateException("the server " + pid() + " is running");
        }
        try {
            Path said = Files.createTempFile("chat-server", ".out");
            try {
                process = launch(said);
                awaitReady(said);
            } finally {
                // The process keeps its open file; it is not read by name any more.
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base URL, with a slash at its end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public Path data() {
        return data;
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Starts it if a test has stopped it and then failed, which must not make the other tests fail. */
    public void ensureRunning() {
        if (!isAlive()) {
            start();
        }
    }

    /** Copies its data to where nothing is, as operations.md says of a backup: it is stopped meanwhile. */
    public void backUp(Path to) {
        stop();
        Folders.copy(data, to);
        start();
    }

    /** Puts a copy in the place of its data, and starts it on that. */
    public void restore(Path backup) {
        stop();
        Folders.delete(data);
        Folders.copy(backup, data);
        start();
    }

    /** Ends it as a power cut would (SIGKILL), and waits until it is gone. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            awaitEnd(STOP_TIMEOUT);
        }
    }

    /**
     * Asks it to stop (SIGTERM).
     *
     * @return its exit code
     * @throws IllegalStateException if it is still there after a minute; it is killed then
     */
    public int stop() {
        process.destroy();
        if (!awaitEnd(STOP_TIMEOUT)) {
            kill();
            throw new IllegalStateException("the server did not stop within " + STOP_TIMEOUT.toSeconds() + " s"
                    + System.lineSeparator() + endOfLog());
        }
        return process.exitValue();
    }

    /** Stops it if it is running; never leaves it running, and doesn't wait for long, as a JVM that ends may not. */
    @Override
    public void close() {
        if (isAlive()) {
            process.destroy();
            if (!awaitEnd(CLOSE_TIMEOUT)) {
                kill();
            }
        }
    }

    /** The last lines of the server's log. */
    public String endOfLog() {
        return LogTail.of(data);
    }

    private Process launch(Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        // The settings of the developer's own server must not change what is tested.
        environment.keySet().removeIf(name -> name.startsWith("CHAT_"));
        environment.put("CHAT_START_TIMEOUT", String.valueOf(START_TIMEOUT.toSeconds()));
        environment.putAll(settings);
        environment.put("CHAT_PORT", String.valueOf(port));
        environment.put("CHAT_BIND", "127.0.0.1");
        environment.put("CHAT_DATA", data.toString());
        return builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(said.toFile())
                .start();
    }

    private void awaitReady(Path said) {
        try {
            Await.whileAlive(
                    process,
                    "the server gets ready",
                    START_TIMEOUT,
                    () -> read(said).contains("262chat is ready at "),
                    () -> System.lineSeparator() + read(said) + endOfLog());
        } catch (IllegalStateException e) {
            kill();
            throw e;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean awaitEnd(Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
