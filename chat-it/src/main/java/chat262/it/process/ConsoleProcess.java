package chat262.it.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A console: {@code chat-cli.jar} in a process of its own, with pipes for a terminal and a home folder for what it
 * keeps. Lines are typed and waited for. Thread-safe, but one thread at a time should wait.
 */
public final class ConsoleProcess implements AutoCloseable {
    private static final int MAX_SHOWN_LINES = 40;

    private final Process process;
    private final LineReader out;
    private final LineReader err;

    /** How a command ended. */
    public record Result(int exitCode, List<String> lines, List<String> notices) {}

    private ConsoleProcess(Process process) {
        this.process = process;
        this.out = new LineReader(process.getInputStream());
        this.err = new LineReader(process.getErrorStream());
        // In case this JVM ends before it closes the process.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Starts a console, or a command where there are arguments.
     *
     * @param home a folder of its own, in which the login, the journal and the outbox are kept; below {@code config} it
     *     may have a config file
     */
    public static ConsoleProcess start(Path home, URI server, String... arguments) {
        return start(home, server, Map.of(), arguments);
    }

    /** Starts one like {@link #start(Path, URI, String...)}, with more environment variables. */
    public static ConsoleProcess start(Path home, URI server, Map<String, String> settings, String... arguments) {
        List<String> command = new ArrayList<>(ConsoleCommand.get());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        // The settings of the developer's own console must not change what is tested.
        environment.keySet().removeIf(name -> name.startsWith("CHAT_"));
        environment.put("CHAT_SERVER", server.toString());
        environment.put("XDG_STATE_HOME", home.toAbsolutePath().toString());
        environment.put(
                "XDG_CONFIG_HOME", home.toAbsolutePath().resolve("config").toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.putAll(settings);
        try {
            return new ConsoleProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Carries out a command with some standard input and waits for its end. */
    public static Result run(Path home, URI server, String input, String... arguments) {
        return run(home, server, Map.of(), input, arguments);
    }

    /** Carries one out like {@link #run(Path, URI, String, String...)}, with more environment variables. */
    public static Result run(Path home, URI server, Map<String, String> settings, String input, String... arguments) {
        try (ConsoleProcess console = start(home, server, settings, arguments)) {
            console.write(input.getBytes(StandardCharsets.UTF_8));
            console.endInput();
            int exitCode = console.awaitEnd();
            return new Result(exitCode, console.lines(), console.notices());
        }
    }

    /** Types a line. */
    public void type(String line) {
        write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Types a line of bytes that need not be text. */
    public void type(byte[] line) {
        write(line);
        write(new byte[] {'\n'});
    }

    private void write(byte[] text) {
        try {
            OutputStream in = process.getOutputStream();
            in.write(text);
            in.flush();
        } catch (IOException e) {
            throw new IllegalStateException("the console no longer reads" + said(), e);
        }
    }

    /** Ends the input, as Ctrl-D does. */
    public void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits for a line of the views, below the one that the last call found.
     *
     * @param pattern a regular expression that the whole line must match
     * @return the line
     */
    public String awaitLine(String pattern) {
        return await(out, pattern);
    }

    /** Waits like {@link #awaitLine} for a line on standard error. */
    public String awaitNotice(String pattern) {
        return await(err, pattern);
    }

    private String await(LineReader output, String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        boolean[] found = new boolean[1];
        Await.until(
                pattern,
                Await.TIMEOUT,
                () -> {
                    boolean isAtEnd = output.isAtEnd(); // asked first: a last line may come before the end
                    found[0] = output.find(wanted);
                    return found[0] || isAtEnd;
                },
                this::said);
        if (!found[0]) {
            throw new IllegalStateException("no line matched: " + pattern + said());
        }
        return output.found();
    }

    /** What is on standard output so far, line by line. */
    public List<String> lines() {
        return out.lines();
    }

    /** What is on standard error so far, line by line. */
    public List<String> notices() {
        return err.lines();
    }

    /**
     * The entries that the views of this console have shown as new: below the mark that says what is unread, and
     * without their times. What a view repeats from before is left out.
     */
    public List<String> shownAsNew() {
        List<String> shown = new ArrayList<>();
        boolean isNew = false;
        for (String line : lines()) {
            if (line.startsWith("-- ")) {
                isNew = line.endsWith("unread --");
            } else if (isNew && line.matches("\\d\\d:\\d\\d {2}.*")) {
                shown.add(line.substring("HH:MM  ".length()));
            }
        }
        return shown;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it as a power cut would (SIGKILL), and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    /**
     * Waits until it has ended by itself, and all it said is read.
     *
     * @return its exit code
     */
    public int awaitEnd() {
        if (!awaitExit(Await.TIMEOUT)) {
            throw new IllegalStateException("the console did not end" + said());
        }
        Await.until("all output is read", Await.TIMEOUT, () -> out.isAtEnd() && err.isAtEnd(), this::said);
        return process.exitValue();
    }

    /** Ends it if it is running. */
    @Override
    public void close() {
        process.destroy();
        if (!awaitExit(Duration.ofSeconds(5))) {
            kill();
        }
    }

    private boolean awaitExit(Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String said() {
        return System.lineSeparator() + (isAlive() ? "it runs" : "it has ended") + "; standard output:"
                + end(out.lines()) + System.lineSeparator() + "standard error:" + end(err.lines());
    }

    private static String end(List<String> lines) {
        String separator = System.lineSeparator() + "  ";
        return separator
                + String.join(separator, lines.subList(Math.max(0, lines.size() - MAX_SHOWN_LINES), lines.size()));
    }
}
