package chat262.cli.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.WCWidth;

/**
 * Asks the terminal how wide it draws what terminals disagree about: it writes a sample and asks where the cursor is by
 * then. The answers come as if they were keys; without one, the widths stay those of a terminal that joins nothing.
 */
final class WidthProbe {
    private static final String WHERE_IS_THE_CURSOR = "\033[6n";

    private static final List<Sample> SAMPLES = List.of(
            new Sample("\uD83D\uDC4D\uD83C\uDFFD", WCWidth::joinTones), // a thumb of a skin tone
            new Sample("\uD83D\uDC69\u200D\uD83D\uDE80", WCWidth::joinEmoji), // a woman and a rocket: an astronaut
            new Sample("\u2764\uFE0F", WCWidth::widenEmoji)); // a heart, as an emoji

    private final Deque<Sample> asked = new ArrayDeque<>();

    /** A text, and what follows from whether it takes two columns. */
    private record Sample(String text, Consumer<Boolean> isOfTwoColumns) {}

    /** Asks, at the start of an empty line; what was written there is gone again. */
    void ask(Terminal terminal) {
        for (Sample sample : SAMPLES) {
            terminal.puts(Capability.carriage_return);
            terminal.writer().write(sample.text() + WHERE_IS_THE_CURSOR);
            asked.addLast(sample);
        }
        terminal.puts(Capability.carriage_return);
        terminal.puts(Capability.clr_eol);
        terminal.flush();
    }

    /** The terminal has said in which column the cursor is, counted from 1. */
    void answered(int column) {
        Sample sample = asked.pollFirst();
        if (sample != null) {
            sample.isOfTwoColumns().accept(column == 3);
        }
    }
}
