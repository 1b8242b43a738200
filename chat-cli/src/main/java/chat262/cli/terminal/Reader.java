package chat262.cli.terminal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;

/** JLine's reader, which draws the line that is typed. What else is drawn waits until it doesn't draw itself. */
final class Reader extends LineReaderImpl {
    private final StatusBar bar;
    private final Backlog backlog = new Backlog();

    Reader(Terminal terminal, StatusBar bar) throws IOException {
        super(terminal, "chat", new HashMap<>(Map.of(LineReader.SECONDARY_PROMPT_PATTERN, "| "))); // it is JLine's now
        this.bar = bar;
        terminal.handle(Signal.WINCH, this::handleSignal); // while no line is read
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

    /** A line was read, and stays where it was typed. */
    void stays(String line) {
        between(() -> backlog.add(new AttributedString(line)));
    }

    /** What a person clears away stays away. */
    @Override
    public boolean clearScreen() {
        backlog.clear();
        return super.clearScreen();
    }

    /** A window has another size. JLine's own answer takes no lock, so that two draw at once, and leaves the screen empty. */
    @Override
    protected void handleSignal(Signal signal) {
        between(() -> {
            if (signal == Signal.WINCH && bar.isPossible()) {
                repaint();
            } else {
                super.handleSignal(signal);
            }
        });
    }

    /**
     * Draws everything anew, as large as the window is by now: its terminal may have moved or folded what stood there, and
     * what came in before the new size was known stands in a wrong place.
     */
    void repaint() {
        between(() -> {
            bar.takePlace(backlog.latest(terminal.getWidth(), bar.rowsAbove()));
            if (reading) {
                size.copy(terminal.getBufferSize());
                display.resize(size.getRows(), size.getColumns());
                redrawLine();
                redisplay();
            }
        });
    }
}
