package chat262.cli.terminal;

import chat262.cli.console.Line;
import chat262.cli.console.Preferences;
import chat262.cli.console.SafeText;
import chat262.cli.console.Screen;
import chat262.cli.console.Situation;
import chat262.cli.console.Suggestions;
import chat262.cli.console.Typed;
import java.io.IOException;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;

/** A real terminal: lines come in above the one that is being typed, and a status line stands below it. */
public final class TerminalScreen implements Screen {
    private final Terminal terminal;
    private final LineReader reader;
    private final Keys keys;
    private final Paint paint;
    private final StatusBar bar;
    private volatile Suggestions suggestions = words -> List.of();

    /** Takes the terminal of this process, in a theme of the person's. */
    public TerminalScreen(Preferences.Theme theme) throws IOException {
        terminal = TerminalBuilder.builder().name("chat").system(true).build();
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("chat")
                .completer((reader, line, candidates) -> suggest(line, candidates))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "| ")
                .build();
        keys = new Keys(reader, terminal);
        String noColor = System.getenv("NO_COLOR");
        paint = new Paint(terminal.encoding(), noColor == null || noColor.isEmpty() ? theme : Preferences.Theme.NONE);
        bar = new StatusBar(terminal, paint);
        bar.show(Situation.NONE); // its place is taken before anything is written, which it would push away
    }

    private void suggest(ParsedLine line, List<Candidate> candidates) {
        List<String> words = line.words().subList(0, line.wordIndex() + 1);
        for (String word : suggestions.of(words)) {
            candidates.add(new Candidate(word));
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
    public void complete(Suggestions given) {
        suggestions = given;
    }

    @Override
    public synchronized void status(Situation situation) {
        bar.show(situation);
    }

    @Override
    public synchronized void ring() {
        terminal.puts(Capability.bell);
        terminal.flush();
    }

    @Override
    public Typed prompt(String prompt, String draft, boolean message) {
        String text = draft;
        while (true) {
            keys.begin();
            reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, message);
            String line = readLine(prompt, text);
            if (keys.wantsEditor()) {
                text = edit(keys.pressed().text());
            } else if (keys.pressed() != null) {
                return keys.pressed();
            } else {
                return line == null ? new Typed(Typed.What.END, "", 0) : new Typed(Typed.What.LINE, line, 0);
            }
        }
    }

    /** Nothing is written while the editor has the terminal: what comes in meanwhile is shown, and acknowledged, after it. */
    private synchronized String edit(String text) {
        try {
            return Editor.edit(text, System.getenv());
        } catch (IOException e) {
            say("! " + e.getMessage());
            return text;
        }
    }

    @Override
    public String read(String prompt) {
        keys.begin();
        reader.unsetOpt(LineReader.Option.ERASE_LINE_ON_FINISH);
        return readLine(prompt, "");
    }

    private String readLine(String prompt, String text) {
        while (true) {
            try {
                return reader.readLine(prompt, null, (Character) null, text.isEmpty() ? null : text);
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
        return true;
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            bar.clear();
        }
        terminal.close();
    }
}
