package chat262.cli.console;

import java.io.IOException;
import java.util.List;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Status;

/** A real terminal: lines come in above the one that is being typed, and messages under way stand below it. */
public final class TerminalScreen implements Screen {
    private static final int[] COLOURS = {
        AttributedStyle.CYAN,
        AttributedStyle.GREEN,
        AttributedStyle.YELLOW,
        AttributedStyle.MAGENTA,
        AttributedStyle.BLUE
    };

    private final Terminal terminal;
    private final LineReader reader;
    private final boolean coloured;
    private volatile Completer words = new StringsCompleter();

    public TerminalScreen() throws IOException {
        terminal = TerminalBuilder.builder().name("chat").system(true).build();
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("chat")
                .completer((reader, line, candidates) -> words.complete(reader, line, candidates))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        String noColor = System.getenv("NO_COLOR");
        coloured = noColor == null || noColor.isEmpty();
    }

    @Override
    public void show(List<Line> lines) throws IOException {
        AttributedStringBuilder text = new AttributedStringBuilder();
        for (Line line : lines) {
            if (text.length() > 0) {
                text.append('\n');
            }
            append(text, line);
        }
        above(text.toAttributedString());
        if (terminal.writer().checkError()) {
            throw new IOException("the terminal is gone");
        }
    }

    private void append(AttributedStringBuilder text, Line line) {
        String rows = String.join("\n", line.rows());
        int head = line.time().isEmpty() ? 0 : line.time().length() + 2;
        int name = head + line.who().length();
        text.style(style(AttributedStyle.DEFAULT.faint())).append(rows.substring(0, head));
        text.style(style(nameStyle(line))).append(rows.substring(head, name));
        boolean faint = line.kind() == Line.Kind.EVENT || line.kind() == Line.Kind.MARK;
        text.style(style(faint ? AttributedStyle.DEFAULT.faint() : AttributedStyle.DEFAULT));
        text.append(rows.substring(name)).style(AttributedStyle.DEFAULT);
    }

    private static AttributedStyle nameStyle(Line line) {
        if (line.kind() == Line.Kind.OWN) {
            return AttributedStyle.BOLD;
        }
        int colour = COLOURS[Math.floorMod(line.who().hashCode(), COLOURS.length)];
        return AttributedStyle.DEFAULT.foreground(colour);
    }

    private AttributedStyle style(AttributedStyle wanted) {
        return coloured ? wanted : AttributedStyle.DEFAULT;
    }

    @Override
    public void print(String text) throws IOException {
        above(new AttributedString(SafeText.of(text)));
    }

    @Override
    public void say(String text) {
        above(new AttributedString(SafeText.of(text), style(AttributedStyle.DEFAULT.faint())));
    }

    private synchronized void above(AttributedString text) {
        reader.printAbove(text);
        terminal.flush();
    }

    @Override
    public void complete(List<String> completed) {
        words = new StringsCompleter(completed);
    }

    @Override
    public synchronized void waiting(List<String> messages) {
        Status status = Status.getStatus(terminal);
        if (status == null) {
            return;
        }
        if (messages.isEmpty()) {
            status.update(List.of());
            return;
        }
        // One line whatever happens: JLine paints over a status that grows.
        String text = "… " + messages.size() + " to be sent: " + String.join(" · ", messages);
        AttributedString line =
                new AttributedString(SafeText.of(text).replace('\n', ' '), style(AttributedStyle.DEFAULT.faint()));
        status.update(List.of(line.columnSubSequence(0, Math.max(1, terminal.getWidth() - 1))));
    }

    @Override
    public String read(String prompt) {
        reader.unsetOpt(LineReader.Option.ERASE_LINE_ON_FINISH);
        return readLine(prompt);
    }

    @Override
    public String readMessage(String prompt) {
        reader.setOpt(LineReader.Option.ERASE_LINE_ON_FINISH);
        return readLine(prompt);
    }

    private String readLine(String prompt) {
        while (true) {
            try {
                return reader.readLine(prompt);
            } catch (UserInterruptException e) {
                // Ctrl-C takes back what was typed, and nothing else.
            } catch (EndOfFileException e) {
                return null;
            }
        }
    }

    @Override
    public String readSecret(String prompt) {
        try {
            reader.setVariable(LineReader.DISABLE_HISTORY, true);
            return reader.readLine(prompt, '\0');
        } catch (UserInterruptException | EndOfFileException e) {
            return null;
        } finally {
            reader.setVariable(LineReader.DISABLE_HISTORY, false);
        }
    }

    @Override
    public String readAll() {
        StringBuilder all = new StringBuilder();
        for (String line = readLine(""); line != null; line = readLine("")) {
            all.append(all.isEmpty() ? "" : "\n").append(line);
        }
        return all.toString();
    }

    @Override
    public boolean isTerminal() {
        return true;
    }

    @Override
    public void close() throws IOException {
        waiting(List.of());
        terminal.close();
    }
}
