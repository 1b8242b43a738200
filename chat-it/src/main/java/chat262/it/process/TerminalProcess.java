package chat262.it.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A console on a real terminal: {@code chat-cli.jar} within tmux, which types keys and sees the screen as a person does. */
public final class TerminalProcess implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int LOOKS_PER_PRESS = 20;

    private final Path socket;

    private TerminalProcess(Path socket) {
        this.socket = socket;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    /** Whether there is a tmux. */
    public static boolean isPossible() {
        return ProcessResult.isInstalled("tmux", "-V");
    }

    /**
     * Starts a console in a terminal of so many columns and rows.
     *
     * @param home a folder of its own, in which the login, the journal and the outbox are kept
     * @param columns 0 for a terminal that doesn't know its size (and has 80 columns)
     * @param settings environment variables
     */
    public static TerminalProcess start(
            Path home, URI server, int columns, int rows, Map<String, String> settings, String... arguments) {
        Path socket = Path.of(System.getProperty("java.io.tmpdir"), "chat-tmux-" + UUID.randomUUID());
        TerminalProcess terminal = new TerminalProcess(socket);
        List<String> command = new ArrayList<>(List.of("env", "-u", "NO_COLOR"));
        Map<String, String> environment = new TreeMap<>(settings);
        environment.put("CHAT_SERVER", server.toString());
        environment.put("XDG_STATE_HOME", home.toAbsolutePath().toString());
        environment.put(
                "XDG_CONFIG_HOME", home.toAbsolutePath().resolve("config").toString());
        environment.putIfAbsent("LC_ALL", "C.UTF-8");
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(ConsoleCommand.get());
        command.addAll(List.of(arguments));
        List<String> start = new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d"));
        start.addAll(List.of("-x", columns == 0 ? "80" : String.valueOf(columns), "-y", String.valueOf(rows)));
        if (columns == 0) {
            start.addAll(List.of("sh", "-c", "stty rows 0 cols 0 && exec \"$@\"", "sh"));
        }
        start.addAll(command);
        terminal.tmux(start);
        return terminal;
    }

    /** Types text, without a key that ends it. */
    public void type(String text) {
        tmux(List.of("send-keys", "-l", text));
    }

    /** Types a line. */
    public void enter(String text) {
        type(text);
        press("Enter");
    }

    /** Types a line that is a command without an answer, and waits until it was taken: it no longer stands on the screen. */
    public void enterSilent(String text) {
        type(text);
        await("typed: " + text, rows -> rows.stream().anyMatch(row -> row.endsWith(text)));
        press("Enter");
        await("taken: " + text, rows -> rows.stream().noneMatch(row -> row.endsWith(text)));
    }

    /** Types bytes that need not be text. */
    public void typeBytes(int... bytes) {
        List<String> keys = new ArrayList<>(List.of("send-keys", "-H"));
        IntStream.of(bytes).forEach(key -> keys.add(Integer.toHexString(key)));
        tmux(keys);
    }

    /** Presses a key by tmux's name for it, such as {@code M-a}, {@code Tab} or {@code C-u}. */
    public void press(String key) {
        tmux(List.of("send-keys", key));
    }

    /** Pastes text as a terminal does that has been asked to say what is pasted. */
    public void paste(String text) {
        tmux(List.of("set-buffer", text));
        tmux(List.of("paste-buffer", "-p"));
    }

    /** Pastes text as a terminal does that says nothing of it: all at once, with Enter for each end of a line. */
    public void pasteUnmarked(String text) {
        tmux(List.of("set-buffer", text));
        tmux(List.of("paste-buffer"));
    }

    /** Makes the terminal's window larger or smaller. */
    public void resize(int columns, int rows) {
        tmux(List.of("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows)));
    }

    /** Something else has had the terminal, took all rows and left it so; the console, which was stopped, goes on. */
    public void spoilAndGoOn() {
        try {
            Files.writeString(Path.of(ask("#{pane_tty}")), "\033[r\033[2J\033[Hsomething else\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitRow("something else");
        // Not stopped before: a process that is stopped right in tmux is woken by it at once.
        ProcessResult.of("kill", "-CONT", ask("#{pane_pid}")).successful();
    }

    /** Keeps the screen as it is left when the console ends. */
    public void keepAfterEnd() {
        tmux(List.of("set-option", "-g", "remain-on-exit", "on"));
    }

    /** Sends the console a signal, such as {@code -TERM}. */
    public void signal(String signal) {
        ProcessResult.of("kill", signal, ask("#{pane_pid}")).successful();
    }

    /** Waits until the console has ended, after {@link #keepAfterEnd}. */
    public void awaitEnd() {
        await("the console has ended", rows -> ask("#{pane_dead}").equals("1"));
    }

    /** How large a file the console may write, in bytes, or {@code unlimited}: a disk that is full, and one that is not. */
    public void limitFiles(String bytes) {
        ProcessResult.of("prlimit", "--pid", ask("#{pane_pid}"), "--fsize=" + bytes + ":unlimited")
                .successful();
    }

    private String ask(String what) {
        return tmux(List.of("display-message", "-p", what)).strip();
    }

    /** What stands on the screen, row by row, without the blanks at the ends. */
    public List<String> screen() {
        return tmux(List.of("capture-pane", "-p"))
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    /** The same with the escape sequences that colour it. */
    public String colouredScreen() {
        return tmux(List.of("capture-pane", "-p", "-e"));
    }

    /** The column where the cursor is, from 0. */
    public int cursorColumn() {
        return Integer.parseInt(ask("#{cursor_x}"));
    }

    /** Whether the bell has rung since the start. */
    public boolean hasRung() {
        return ask("#{window_bell_flag}").equals("1");
    }

    /** Waits until a row of the screen is as a whole like this regular expression. */
    public void awaitRow(String pattern) {
        Pattern row = Pattern.compile(pattern);
        await(pattern, screen -> hasRow(screen, row));
    }

    private static boolean hasRow(List<String> screen, Pattern row) {
        return screen.stream().anyMatch(line -> row.matcher(line).matches());
    }

    /** Presses a key again and again, as people do with Tab, until a row of the screen is like this regular expression. */
    public void pressUntil(String key, String pattern) {
        Pattern row = Pattern.compile(pattern);
        AtomicInteger looks = new AtomicInteger();
        await(pattern, screen -> {
            boolean there = hasRow(screen, row);
            if (!there && looks.getAndIncrement() % LOOKS_PER_PRESS == 0) {
                press(key);
            }
            return there;
        });
    }

    /** Waits until the screen is as it should be. */
    public void await(String what, Predicate<List<String>> condition) {
        List<List<String>> last = new ArrayList<>(List.of(List.of()));
        Await.until(
                "on the screen: " + what,
                TIMEOUT,
                () -> {
                    last.set(0, screen());
                    return condition.test(last.get(0));
                },
                () -> System.lineSeparator() + String.join(System.lineSeparator(), last.get(0)));
    }

    private String tmux(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", socket.toString()));
        command.addAll(arguments);
        return ProcessResult.of(new ProcessBuilder(command)).successful();
    }

    private void end() {
        if (socket.toFile().exists()) {
            try {
                tmux(List.of("kill-server"));
            } catch (IllegalStateException e) {
                // It has ended with its console.
            }
            socket.toFile().delete();
        }
    }

    /** Ends the terminal and the console in it. */
    @Override
    public void close() {
        end();
    }
}
