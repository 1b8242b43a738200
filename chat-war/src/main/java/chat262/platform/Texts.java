package chat262.platform;

/** The protocol's rules for characters, which are Unicode code points everywhere. */
public final class Texts {
    private Texts() {}

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** True if the text holds half of a surrogate pair, which no UTF-8 can carry. */
    public static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** True if the text is nothing but White_Space and format characters (Cf), the empty text included. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> isWhiteSpace(c) || Character.getType(c) == Character.FORMAT);
    }

    /** True for category Cc, which holds newline and tab too. */
    public static boolean isControl(int codePoint) {
        return Character.getType(codePoint) == Character.CONTROL;
    }

    /** The text without White_Space at its ends; {@link String#strip} spares the no-break spaces. */
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

    /** Unicode's White_Space property; {@link Character#isWhitespace} is Java's own idea and differs. */
    private static boolean isWhiteSpace(int codePoint) {
        return Character.isSpaceChar(codePoint) || (codePoint >= '\t' && codePoint <= '\r') || codePoint == 0x85;
    }
}
