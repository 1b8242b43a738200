package chat262.cli.terminal;

import chat262.cli.screen.SafeText;
import chat262.cli.screen.StatusModel;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Status;

/** The line at the bottom: whether the server is away, account and room, what is unread elsewhere, and what waits to be sent. */
final class StatusBar {
    private static final long LEAVE_TIMEOUT_MILLIS = 500;

    private final Terminal terminal;
    private final Paint paint;
    private StatusModel shown = StatusModel.NONE;

    StatusBar(Terminal terminal, Paint paint) {
        this.terminal = terminal;
        this.paint = paint;
    }

    /** Shows how things stand; nothing where the terminal has no place for it. */
    void show(StatusModel model) {
        shown = model;
        Status status = isPossible() ? Status.getStatus(terminal) : null;
        if (status == null) {
            return;
        }
        // One line whatever happens: JLine paints over a status that grows.
        AttributedString line = line(model);
        status.update(List.of(line.columnSubSequence(0, Math.max(1, terminal.getWidth() - 1))));
    }

    /** Whether the terminal has a place for it: it must be able to scroll only a part of its rows. */
    boolean isPossible() {
        return Stream.of(
                        Capability.change_scroll_region,
                        Capability.save_cursor,
                        Capability.restore_cursor,
                        Capability.cursor_address)
                .allMatch(needed -> terminal.getStringCapability(needed) != null);
    }

    /** How many rows there are above it and the line that is typed. */
    int rowsAbove() {
        return Math.max(0, terminal.getHeight() - 2);
    }

    /** Empties the screen and shows the same in its place there, with something to stand above it. */
    void takePlace(List<AttributedString> above) {
        Status status = Status.getStatus(terminal, false);
        // Not all at once: some terminals would push it into their history, again and again.
        terminal.puts(Capability.cursor_address, 1, 0);
        terminal.puts(Capability.clr_eos);
        terminal.puts(Capability.cursor_address, 0, 0);
        terminal.puts(Capability.clr_eol);
        if (status != null) {
            status.resize();
            status.reset();
            show(shown);
            terminal.puts(Capability.cursor_address, 0, 0);
        }
        above.forEach(text -> terminal.writer().println(text.toAnsi(terminal)));
        terminal.flush();
    }

    private AttributedString line(StatusModel model) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        String between = paint.sign(" · ", " | ");
        if (!model.link().isEmpty()) { // first, as the end is cut off where the window is narrow
            line.style(paint.style(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)));
            line.append(safe(model.link())).style(paint.faint()).append(between);
        }
        line.style(paint.faint()).append(model.user().isEmpty() ? "not logged in" : safe(model.user()));
        if (!model.room().isEmpty()) {
            line.append(between).append(safe(model.room()));
        }
        if (!model.seen().isEmpty()) {
            line.append(between).append(paint.sign("✓✓ ", "")).append(safe(model.seen()));
        }
        if (!model.unread().isEmpty()) {
            line.append(between).style(paint.style(AttributedStyle.DEFAULT.bold()));
            line.append(safe(String.join(" ", model.unread()))).style(paint.faint());
        }
        if (!model.waiting().isEmpty()) {
            line.append(between).append(waiting(model.waiting()));
        }
        return line.toAttributedString();
    }

    private String waiting(List<String> messages) {
        List<String> all = new ArrayList<>();
        messages.forEach(message -> all.add(safe(message)));
        return paint.sign("… ", "") + all.size() + " to be sent: " + String.join("; ", all);
    }

    private static String safe(String text) {
        return SafeText.of(text).replace('\n', ' ');
    }

    /**
     * Takes the line away as the process ends, past the terminal's writer, which may be closed or held up by then, and
     * waits no longer than a moment.
     */
    void leave() {
        if (!isPossible()) {
            return;
        }
        int last = Math.max(1, terminal.getHeight()) - 1;
        String text = sequence(Capability.save_cursor)
                + sequence(Capability.change_scroll_region, 0, last)
                + sequence(Capability.cursor_address, last, 0)
                + sequence(Capability.clr_eol)
                + sequence(Capability.restore_cursor)
                + sequence(Capability.keypad_local)
                + LineReaderImpl.BRACKETED_PASTE_OFF + "\r\n";
        Thread writing = new Thread(() -> write(text));
        writing.setDaemon(true);
        writing.start();
        try {
            writing.join(LEAVE_TIMEOUT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String sequence(Capability capability, Object... values) {
        String sequence = terminal.getStringCapability(capability);
        return sequence == null ? "" : Curses.tputs(sequence, values);
    }

    private static void write(String text) {
        try {
            new FileOutputStream(FileDescriptor.out).write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The terminal is gone.
        }
    }

    /** Takes the line away. */
    void clear() {
        Status status = Status.getStatus(terminal, false);
        if (status != null) {
            status.update(List.of());
        }
    }
}
