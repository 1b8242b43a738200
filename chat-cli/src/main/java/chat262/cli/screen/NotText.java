package chat262.cli.screen;

import java.io.IOException;

/** A line of the input is no text in the charset that it should be in. */
public final class NotText extends IOException {
    NotText(String message) {
        super(message);
    }
}
