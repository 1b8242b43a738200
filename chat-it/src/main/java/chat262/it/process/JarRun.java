package chat262.it.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of {@code chat-server.jar} as a user might type it, in an empty home and working folder of its own: what it
 * says on each stream, how it ends, and what it leaves behind. For a server to talk to there is {@link ServerProcess}.
 */
public final class JarRun implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(300);

    private final Path folder;
    private final Process process;

    private JarRun(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        // In case this JVM ends before it closes the process.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Starts the server the quick way, as {@code ./chat server} does.
     *
     * @param folder an empty folder, for its home, working folder and streams
     * @param environment variables beside those of this process that are not the server's
     */
    public static JarRun start(Path folder, Map<String, String> environment, String... arguments) {
        return start(ServerCommand.shortLived(), folder, environment, arguments);
    }

    /** Starts {@code chat-server.jar} itself, which unpacks what it needs into its data folder. */
    public static JarRun ofOneJar(Path jar, Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = List.of(Artefacts.java().toString(), ServerCommand.SHORT_LIVED, "-jar", jar.toString());
        return start(command, folder, environment, arguments);
    }

    private static JarRun start(List<String> java, Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(java);
        command.add(1, "-Duser.home=" + folder.resolve("home"));
        command.addAll(List.of(arguments));
        return ofCommand(command, folder, environment);
    }

    /** Starts anything that starts a server. */
    public static JarRun ofCommand(List<String> command, Path folder, Map<String, String> environment) {
        try {
            Files.createDirectories(folder.resolve("home"));
            Files.createDirectories(folder.resolve("work"));
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.resolve("work").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("CHAT_"));
            builder.environment().put("HOME", folder.resolve("home").toString());
            builder.environment().putAll(environment);
            return new JarRun(
                    folder,
                    builder.redirectInput(ProcessBuilder.Redirect.from(
                                    Path.of("/dev/null").toFile()))
                            .redirectOutput(folder.resolve("out").toFile())
                            .redirectError(folder.resolve("err").toFile())
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has said on standard output so far. */
    public String out() {
        return read("out");
    }

    /** What it has said on standard error so far. */
    public String err() {
        return read("err");
    }

    public Path home() {
        return folder.resolve("home");
    }

    public Path workingFolder() {
        return folder.resolve("work");
    }

    public long pid() {
        return process.pid();
    }

    /** Waits until it has said something, on either stream; {@link IllegalStateException} if it never does. */
    public JarRun awaitText(String text) {
        Await.whileAlive(
                process,
                "it says \"" + text + "\"",
                TIMEOUT,
                () -> out().contains(text) || err().contains(text),
                () -> out() + err());
        return this;
    }

    /** Waits for its end and returns the exit code; {@link IllegalStateException} if it doesn't end. */
    public int awaitExit() {
        return awaitExit(TIMEOUT);
    }

    /** Asks it to stop (SIGTERM); returns the exit code. {@link IllegalStateException} if that takes longer than this. */
    public int stop(Duration timeout) {
        process.destroy();
        return awaitExit(timeout);
    }

    /** Ends it as a power cut would (SIGKILL), and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    private int awaitExit(Duration timeout) {
        try {
            if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IllegalStateException("it did not end within " + timeout.toSeconds() + " s: " + out() + err());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String read(String stream) {
        try {
            return Files.readString(folder.resolve(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
