package chat262.text;

/** The protocol's rules for texts. A character is a Unicode code point everywhere. */
public final class UnicodeText {
    private UnicodeText() {}

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether the text has a surrogate without its other half, which UTF-8 can't encode. */
    public static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Whether the text has only White_Space and format characters (Cf), or none. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> isWhiteSpace(c) || Character.getType(c) == Character.FORMAT);
    }

    /** Whether a character is of category Cc, which newline and tab are, too. */
    public static boolean isControl(int codePoint) {
        return Character.getType(codePoint) == Character.CONTROL;
    }

    /** The text without White_Space at its ends; {@link String#strip} would leave no-break spaces. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Unicode's White_Space property, which {@link Character#isWhitespace} differs from. */
    private static boolean isWhiteSpace(int codePoint) {
        return Character.isSpaceChar(codePoint) || (codePoint >= '\t' && codePoint <= '\r') || codePoint == 0x85;
    }
}
