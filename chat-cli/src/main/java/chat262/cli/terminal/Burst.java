package chat262.cli.terminal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jline.keymap.BindingReader;

/**
 * Tells lines that arrive at once from a line that is typed: not every terminal says what is pasted, and a paste must not
 * be obeyed line by line. Not thread-safe.
 */
final class Burst {
    /** Longer than a paste pauses between two characters, and shorter than a person between two keys. */
    private static final long PAUSE_MILLIS = 30;

    private long asked;
    private boolean wasThere;
    private boolean goesOn;
    private boolean severalLines;

    /** A key is about to be read. */
    void begin() {
        asked = System.nanoTime();
        wasThere = hasMore();
    }

    /** A key was read. */
    void end() {
        // The time alone would say too little: this process may have got no turn meanwhile.
        goesOn = wasThere || System.nanoTime() - asked < TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
        severalLines &= goesOn;
    }

    /** Whether the Enter that was read last is one of several that arrive at once. */
    boolean takesEnter(BindingReader input) {
        severalLines |= hasMore() || input.peekCharacter(PAUSE_MILLIS) >= 0;
        return severalLines;
    }

    /** Whether more is there to be read right now. */
    boolean hasMore() {
        try {
            return System.in.available() > 0;
        } catch (IOException e) {
            return false; // it has ended
        }
    }
}
