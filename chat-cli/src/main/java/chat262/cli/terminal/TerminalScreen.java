package chat262.cli.terminal;

import chat262.cli.config.Preferences;
import chat262.cli.screen.Input;
import chat262.cli.screen.Line;
import chat262.cli.screen.NotText;
import chat262.cli.screen.SafeText;
import chat262.cli.screen.Screen;
import chat262.cli.screen.StatusModel;
import chat262.cli.screen.Suggestions;
import chat262.cli.screen.Terminals;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;

/** A real terminal: lines come in above the one that is being typed, and a status line stands below it. */
public final class TerminalScreen implements Screen {
    /** Commands have quotes; in a message a quote is a character like any other. */
    private static final Parser COMMAND = new DefaultParser().escapeChars(null);

    private static final Parser MESSAGE = new DefaultParser().escapeChars(null).quoteChars(new char[0]);

    private final Terminal terminal;
    private final Reader reader;
    private final Keys keys;
    private final InputHistory history;
    private final Paint paint;
    private final StatusBar bar;
    private final SafeCompleter completer = new SafeCompleter();
    private final Thread atExit = new Thread(this::leave, "leave the terminal");
    private volatile boolean closed;

    /** Takes the terminal of this process, in a theme of the person's. */
    public TerminalScreen(Preferences.Theme theme) throws IOException {
        terminal = open();
        // Ctrl-C takes back a line and never ends the console, nor an editor's parent; while reading, JLine has it.
        terminal.handle(Terminal.Signal.INT, signal -> {});
        paint = new Paint(Terminals.localeCharset(), theme);
        bar = new StatusBar(terminal, paint);
        reader = new Reader(terminal, bar);
        reader.setCompleter(completer);
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        history = new InputHistory(reader);
        // Else JLine draws a wide character twice where a row ends exactly with one.
        reader.setOpt(LineReader.Option.DELAY_LINE_WRAP);
        WidthProbe widths = new WidthProbe();
        keys = new Keys(reader, terminal, widths);
        if (paint.isUnicode() && bar.isPossible()) {
            reader.atFirstPrompt(() -> widths.ask(terminal));
        }
        // Its place is taken before anything is written, which it would push away.
        reader.between(() -> bar.show(StatusModel.NONE));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    private static Terminal open() throws IOException {
        Charset charset = Terminals.charset();
        return TerminalBuilder.builder()
                .name("chat")
                .system(true)
                .encoding(charset)
                .stdinEncoding(charset)
                .stdoutEncoding(charset)
                .build();
    }

    /** The process ends by a signal: the shell gets the whole window, without the status line. */
    private void leave() {
        if (!closed) {
            bar.leave();
        }
    }

    @Override
    public void show(List<Line> lines) throws IOException {
        AttributedStringBuilder text = new AttributedStringBuilder();
        for (Line line : lines) {
            if (text.length() > 0) {
                text.append('\n');
            }
            paint.line(text, line);
        }
        above(text.toAttributedString());
        if (terminal.writer().checkError()) {
            throw new IOException("the terminal is gone");
        }
    }

    @Override
    public void print(String text) throws IOException {
        above(new AttributedString(SafeText.of(text)));
    }

    @Override
    public void say(String text) {
        above(paint.remark(text));
    }

    private synchronized void above(AttributedString text) {
        reader.printAbove(text);
        terminal.flush();
    }

    @Override
    public void keepInput(Path folder) {
        history.use(folder);
    }

    @Override
    public void complete(Suggestions given) {
        completer.use(given);
    }

    @Override
    public synchronized void status(StatusModel status) {
        if (!closed) {
            reader.between(() -> bar.show(status));
        }
    }

    @Override
    public void paint(Preferences.Theme theme) {
        paint.use(theme);
    }

    @Override
    public synchronized void ring() {
        reader.between(() -> {
            terminal.puts(Capability.bell);
            terminal.flush();
        });
    }

    @Override
    public Input prompt(String prompt, String draft, boolean message) {
        reader.setParser((line, cursor, context) ->
                (message && !line.startsWith("/") ? MESSAGE : COMMAND).parse(line, cursor, context));
        String text = draft;
        while (true) {
            try {
                String line = readLine(prompt, text, message);
                if (keys.wantsEditor()) {
                    text = edit(keys.pressed().text());
                } else if (keys.pressed() != null) {
                    return keys.pressed();
                } else {
                    text = line;
                    return new Input(Input.What.LINE, history.finished(line, message), 0);
                }
            } catch (NotText e) {
                say("! " + e.getMessage());
            } catch (UserInterruptException e) {
                text = ""; // Ctrl-C takes back what was typed
            } catch (EndOfFileException e) {
                return new Input(Input.What.END, "", 0);
            }
        }
    }

    private String readLine(String prompt, String text, boolean message) {
        keys.begin();
        reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, message);
        // To JLine a prompt is a pattern, and a room's name may look like one.
        String safe = SafeText.of(prompt).replace('\n', ' ').replace("%", "%%");
        try {
            return reader.readLine(safe, null, (Character) null, text.isEmpty() ? null : text);
        } finally {
            // JLine leaves the flag when Ctrl-C comes too late; the next write to a file would close it.
            Thread.interrupted();
        }
    }

    /** Nothing is written while the editor has the terminal: what comes in meanwhile is shown, and acknowledged, after it. */
    private synchronized String edit(String text) {
        reader.lend();
        try {
            return Editor.edit(text, System.getenv());
        } catch (IOException e) {
            say("! " + e.getMessage());
            return text;
        } finally {
            reader.takeBack();
        }
    }

    @Override
    public String read(String prompt) throws NotText {
        try {
            return NotText.unlessOneLine(readLine(prompt, "", false));
        } catch (UserInterruptException | EndOfFileException e) {
            return null;
        }
    }

    @Override
    public String readSecret(String prompt) throws NotText {
        try {
            return NotText.unlessOneLine(reader.readLine(prompt, '\0'));
        } catch (UserInterruptException | EndOfFileException e) {
            return null;
        } finally {
            Thread.interrupted();
        }
    }

    @Override
    public boolean takesDrafts() {
        return true;
    }

    @Override
    public String readAll() throws NotText {
        StringBuilder all = new StringBuilder();
        for (String line = read(""); line != null; line = read("")) {
            all.append(all.isEmpty() ? "" : "\n").append(line);
        }
        return all.toString();
    }

    @Override
    public boolean isTerminal() {
        return true;
    }

    @Override
    public boolean hasStatusLine() {
        return bar.isPossible();
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        reader.between(() -> {
            bar.clear();
            reader.lend();
        });
        terminal.close();
    }
}
