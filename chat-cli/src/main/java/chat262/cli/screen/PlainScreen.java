package chat262.cli.screen;

import chat262.cli.config.Preferences;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines in and lines out, without any control of a terminal. UTF-8, unless a terminal wants something else. */
public final class PlainScreen implements Screen {
    private final TextLines in;
    private final StandardOutput out = new StandardOutput();
    private final Charset charset;
    private final PrintStream err;
    private final Console console = Terminals.console();

    /** What a person at a terminal was asked last and has not answered yet; null if nothing. */
    private String asked;

    public PlainScreen() {
        this(new FileInputStream(FileDescriptor.in));
    }

    private PlainScreen(InputStream in) {
        charset = console == null ? StandardCharsets.UTF_8 : Terminals.charset();
        this.in = new TextLines(in, charset);
        this.err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
    }

    @Override
    public synchronized void show(List<Line> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> line.rows().forEach(row -> text.append(row).append('\n')));
        write(text.toString());
    }

    @Override
    public synchronized void print(String text) throws IOException {
        write(SafeText.of(text) + "\n");
    }

    private void write(String text) throws IOException {
        beginLine();
        try {
            out.write(text.getBytes(charset));
        } finally {
            askAgain();
        }
    }

    @Override
    public boolean isTaken() throws IOException {
        boolean taken = out.isTaken();
        if (!taken) {
            out.ensureRead();
        }
        return taken;
    }

    @Override
    public void ensureRead() throws OutputClosed {
        out.ensureRead();
    }

    private void beginLine() {
        if (asked != null) {
            err.println();
        }
    }

    private void askAgain() {
        if (asked != null) {
            err.print(asked);
            err.flush();
        }
    }

    @Override
    public synchronized void say(String text) {
        beginLine();
        err.println(SafeText.of(text));
        askAgain();
    }

    @Override
    public void complete(Suggestions suggestions) {
        // There is no completion without a terminal.
    }

    @Override
    public void status(StatusModel status) {
        // What is written can't be taken back; say() has told.
    }

    @Override
    public String read(String prompt) throws IOException {
        return NotText.unlessOneLine(readLines(prompt));
    }

    /** A line; at a terminal, all lines that arrive at once, as only a paste does. */
    private String readLines(String prompt) throws IOException {
        ask(console == null ? null : SafeText.of(prompt).replace('\n', ' '));
        try {
            return console == null ? in.next() : in.burst();
        } finally {
            ask(null);
        }
    }

    private synchronized void ask(String question) {
        asked = question;
        askAgain();
    }

    @Override
    public void paint(Preferences.Theme theme) {
        // Nothing is coloured here.
    }

    @Override
    public void ring() {
        // A pipe has no bell.
    }

    @Override
    public Input prompt(String prompt, String draft, boolean message) throws IOException {
        String text = readLines(prompt);
        if (console == null || text == null || text.indexOf('\n') < 0) {
            return Input.lineOrEnd(text);
        }
        String what = text.split("\n", -1).length + " lines arrived at once";
        if (message && "".equals(readLines(what + "; Enter sends them as one message, anything else drops them: "))) {
            return Input.lineOrEnd(text);
        }
        say("! " + what + "; nothing was done with them");
        return Input.lineOrEnd("");
    }

    @Override
    public String readAll() throws IOException {
        return in.rest();
    }

    @Override
    public String readSecret(String prompt) throws IOException {
        if (console == null) {
            return in.next();
        }
        char[] secret = console.readPassword("%s", prompt); // decodes as the locale says
        return NotText.unlessWhole(secret == null ? null : new String(secret));
    }

    @Override
    public boolean isTerminal() {
        return console != null;
    }

    @Override
    public boolean hasStatusLine() {
        return false;
    }

    @Override
    public void close() {
        err.flush();
    }
}
