package chat262.cli.terminal;

import java.io.IOError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import org.jline.keymap.BindingReader;
import org.jline.utils.NonBlockingReader;

/**
 * Tells lines that arrive at once from a line that is typed: not every terminal says what is pasted, and a paste must not
 * be obeyed line by line. Not thread-safe.
 */
final class Burst {
    /** Longer than a paste pauses between two characters, and shorter than a person between two keys. */
    private static final long PAUSE_MILLIS = 30;

    private static final long LOOK_MILLIS = 5;
    /** Without a key for so long, the terminal is looked at in the cheapest way. */
    private static final long IDLE_MILLIS = 60_000;

    private static final long IDLE_LOOK_MILLIS = 300;

    private long asked;
    private boolean wasThere;
    private boolean severalLines;

    /** A key is about to be read. */
    void begin() {
        asked = System.nanoTime();
        wasThere = hasMore();
    }

    /** A key was read. */
    void end() {
        // The time alone would say too little: this process may have got no turn meanwhile.
        severalLines &= wasThere || millisSinceAsked() < PAUSE_MILLIS;
    }

    private long millisSinceAsked() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
    }

    /** Waits for a key. JLine asks ten times a second, which costs an idle console more than everything else. */
    void awaitKey(BindingReader input) {
        while (input.getCurrentBuffer().isEmpty() && input.peekCharacter(1) == NonBlockingReader.READ_EXPIRED) {
            while (millisSinceAsked() > IDLE_MILLIS && !hasMore()) {
                pause(IDLE_LOOK_MILLIS);
            }
        }
    }

    /** Whether the Enter that was read last is one of several that arrive at once. */
    boolean takesEnter() {
        for (long waited = 0; !hasMore() && waited < PAUSE_MILLIS; waited += LOOK_MILLIS) {
            pause(LOOK_MILLIS);
        }
        severalLines |= hasMore();
        return severalLines;
    }

    /** Whether more is there to be read right now. */
    boolean hasMore() {
        try {
            return System.in.available() > 0;
        } catch (IOException e) {
            return true; // its end
        }
    }

    /** Ctrl-C interrupts, as it does where JLine reads. */
    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IOError(new InterruptedIOException());
        }
    }
}
