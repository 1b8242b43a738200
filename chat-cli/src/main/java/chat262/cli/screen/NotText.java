package chat262.cli.screen;

import java.io.IOException;

/** A line of the input is no text in the charset that it should be in, or not the one line that was asked for. */
public final class NotText extends IOException {
    /** What a decoder leaves in the place of what it can't decode. */
    private static final char NOT_DECODED = '\uFFFD';

    public NotText(String message) {
        super(message);
    }

    /**
     * Lets only text pass that was decoded as a whole.
     *
     * @param line as it was decoded; null passes
     * @throws NotText if characters were lost, as they would be sent so
     */
    public static String unlessWhole(String line) throws NotText {
        if (line != null && line.indexOf(NOT_DECODED) >= 0) {
            throw new NotText("some characters of what was typed can't be read here; nothing was done with it. Use a"
                    + " terminal in UTF-8, and start the console with LC_ALL=C.UTF-8");
        }
        return line;
    }

    /** Lets only a single line pass, and only whole text; null passes. */
    public static String unlessOneLine(String line) throws NotText {
        if (line != null && line.indexOf('\n') >= 0) {
            throw new NotText("several lines arrived at once where one was asked for; nothing was done with them");
        }
        return unlessWhole(line);
    }
}
