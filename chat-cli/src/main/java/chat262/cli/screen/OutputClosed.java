package chat262.cli.screen;

import java.io.IOException;

/** Whatever read standard output has ended, as {@code head} does: there is nobody left to tell. */
public final class OutputClosed extends IOException {
    OutputClosed() {
        super("the output is closed");
    }
}
