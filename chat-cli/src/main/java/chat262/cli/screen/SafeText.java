package chat262.cli.screen;

/** Makes text harmless for a terminal: what would control it is shown instead. */
public final class SafeText {
    private static final int PICTURES = 0x2400;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final String TAB = "    ";

    private SafeText() {}

    /**
     * Shows control characters as their pictures (ESC as ␛), and those that change the direction of text, end a line or
     * can't be encoded as {@code <U+202E>}. Newlines stay; a tab becomes four blanks.
     */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point) {
        if (point == '\n') {
            safe.append('\n');
        } else if (point == '\t') {
            safe.append(TAB);
        } else if (point < 0x20) {
            safe.appendCodePoint(PICTURES + point);
        } else if (point == 0x7F) {
            safe.appendCodePoint(PICTURE_OF_DELETE);
        } else if (isTricky(point)) {
            safe.append(String.format("<U+%04X>", point));
        } else {
            safe.appendCodePoint(point);
        }
    }

    private static boolean isTricky(int point) {
        boolean upperControl = point >= 0x80 && point < 0xA0;
        boolean lineEnd = point == 0x2028 || point == 0x2029;
        boolean direction = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        return upperControl || lineEnd || direction || Character.getType(point) == Character.SURROGATE;
    }
}
