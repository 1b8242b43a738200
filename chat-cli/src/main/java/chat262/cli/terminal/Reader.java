package chat262.cli.terminal;

import chat262.cli.screen.SafeText;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** JLine's reader, which draws the line that is typed. What else is drawn waits until it doesn't draw itself. */
final class Reader extends LineReaderImpl {
    private final StatusBar bar;
    private final Backlog backlog = new Backlog();
    private final Burst burst = new Burst();
    private boolean lent;

    Reader(Terminal terminal, StatusBar bar) throws IOException {
        super(terminal, "chat", new HashMap<>(Map.of(LineReader.SECONDARY_PROMPT_PATTERN, "| "))); // it is JLine's now
        this.bar = bar;
        assumeSize();
        terminal.handle(Signal.WINCH, this::handleSignal); // while no line is read
        terminal.handle(Signal.CONT, this::handleSignal);
    }

    /** Does this as soon as a line is read for the first time, before its prompt is drawn. */
    void atFirstPrompt(Runnable action) {
        getWidgets().put(CALLBACK_INIT, () -> {
            getWidgets().remove(CALLBACK_INIT);
            action.run();
            return true;
        });
    }

    /** Draws when nothing else is being drawn. */
    void between(Runnable drawing) {
        lock.lock();
        try {
            drawing.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void printAbove(AttributedString text) {
        between(() -> {
            backlog.add(text);
            super.printAbove(text);
        });
    }

    @Override
    protected <T> T doReadBinding(KeyMap<T> keys, KeyMap<T> local) {
        burst.begin();
        if (!lock.isHeldByCurrentThread()) {
            burst.awaitKey(bindingReader);
        }
        T binding = super.doReadBinding(keys, local);
        burst.end();
        return binding;
    }

    /** Enter within lines that arrive at once is a part of the text, and so is the one behind the last of them. */
    @Override
    protected boolean acceptLine() {
        if (burst.takesEnter()) {
            buf.write("\n");
            return true;
        }
        return finish();
    }

    /** A tab that is pasted is a character. */
    @Override
    protected boolean expandOrComplete() {
        if (burst.hasMore()) {
            buf.write("\t");
            return true;
        }
        return super.expandOrComplete();
    }

    @Override
    protected boolean backwardDeleteChar() {
        count = clustersBefore();
        return super.backwardDeleteChar();
    }

    @Override
    protected boolean viBackwardDeleteChar() {
        count = clustersBefore();
        return super.viBackwardDeleteChar();
    }

    @Override
    protected boolean backwardChar() {
        count = clustersBefore();
        return super.backwardChar();
    }

    @Override
    protected boolean viBackwardChar() {
        count = clustersBefore();
        return super.viBackwardChar();
    }

    @Override
    protected boolean deleteChar() {
        count = clustersBehind();
        return super.deleteChar();
    }

    @Override
    protected boolean viDeleteChar() {
        count = clustersBehind();
        return super.viDeleteChar();
    }

    @Override
    protected boolean forwardChar() {
        count = clustersBehind();
        return super.forwardChar();
    }

    @Override
    protected boolean viForwardChar() {
        count = clustersBehind();
        return super.viForwardChar();
    }

    /** As many code points as {@code count} characters before the cursor have. */
    private int clustersBefore() {
        return count > 0 ? Clusters.last(buf.upToCursor(), count) : count; // a negative one is turned round elsewhere
    }

    private int clustersBehind() {
        return count > 0 ? Clusters.first(buf.substring(buf.cursor()), count) : count;
    }

    /** Ends the line whatever else arrives. */
    boolean finish() {
        return super.acceptLine();
    }

    /** The line that was typed stays where it stood, unless it is to be erased; what is secret was never there. */
    @Override
    protected void cleanup() {
        if (!isSet(Option.ERASE_LINE_ON_FINISH)) {
            String line = maskingCallback == null ? SafeText.of(buf.toString()) : "";
            backlog.add(AttributedString.join(AttributedString.EMPTY, prompt, new AttributedString(line)));
        }
        super.cleanup();
    }

    /** What a person clears away stays away. */
    @Override
    public boolean clearScreen() {
        backlog.clear();
        return super.clearScreen();
    }

    /** Leaves the terminal to another program. */
    void lend() {
        between(() -> lent = true);
    }

    /** Has it again, in whatever state. */
    void takeBack() {
        between(() -> {
            lent = false;
            repaint();
        });
    }

    /**
     * The window has another size, or the console was stopped and goes on. JLine's own answers take no lock, so that two
     * draw at once, leave the screen empty, and don't show the status line again.
     */
    @Override
    protected void handleSignal(Signal signal) {
        between(() -> {
            if (lent) {
                return;
            }
            assumeSize();
            if (reading && signal == Signal.CONT) {
                enterAgain();
            }
            repaint();
        });
    }

    /** A container or a serial line may not know its size; what can't be seen can't be typed. */
    private void assumeSize() {
        Size known = terminal.getSize();
        if (known.getColumns() <= 0 || known.getRows() <= 0) {
            terminal.setSize(new Size(
                    known.getColumns() <= 0 ? 80 : known.getColumns(), known.getRows() <= 0 ? 24 : known.getRows()));
            size.copy(terminal.getSize());
        }
    }

    /** A shell has had the terminal in between, and has set it to its own needs. */
    private void enterAgain() {
        terminal.enterRawMode();
        terminal.puts(Capability.keypad_xmit);
        if (bar.isPossible()) { // no dumb terminal
            terminal.writer().write(BRACKETED_PASTE_ON);
        }
    }

    /**
     * Draws everything anew, as large as the window is by now: its terminal may have moved or folded what stood there, and
     * what came in before the new size was known stands in a wrong place.
     */
    private void repaint() {
        if (bar.isPossible()) {
            bar.takePlace(backlog.latest(terminal.getWidth(), bar.rowsAbove()));
        } else {
            terminal.puts(Capability.carriage_return);
            terminal.puts(Capability.clr_eos);
        }
        if (reading) {
            size.copy(terminal.getBufferSize());
            display = new Display(terminal, false); // the old one thinks that the cursor is somewhere in the line
            display.setDelayLineWrap(isSet(Option.DELAY_LINE_WRAP));
            display.resize(size.getRows(), size.getColumns());
            redisplay();
        }
    }
}
