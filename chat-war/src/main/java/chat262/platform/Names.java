package chat262.platform;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;

/** How names are compared, sorted and searched: the folded form and the wildcard patterns of the protocol. */
public final class Names {
    /** The escape character in the patterns of {@link #like}: {@code LIKE … ESCAPE '!'}. */
    public static final String ESCAPE = "!";

    /** By the code points of the folded form; {@link String#compareTo} would compare UTF-16 units. */
    public static final Comparator<String> ORDER = (a, b) -> compareCodePoints(fold(a), fold(b));

    private Names() {}

    /**
     * The folded form: NFKC, then lower case, character by character, so that a part of a name folds as it does inside the
     * whole. A NUL, which no name has and which PostgreSQL accepts in no query, becomes another character that no name has.
     */
    public static String fold(String name) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .map(c -> c == 0 ? 1 : Character.toLowerCase(c))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /**
     * The SQL pattern for a wildcard pattern: {@code *} becomes {@code %}, everything else is folded and literal. The pattern
     * is split first, because NFKC turns other characters into plain asterisks.
     */
    public static String like(String match) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (int star = match.indexOf('*'); star >= 0; star = match.indexOf('*', from)) {
            appendLiteral(pattern, match.substring(from, star)).append('%');
            from = star + 1;
        }
        return appendLiteral(pattern, match.substring(from)).toString();
    }

    private static StringBuilder appendLiteral(StringBuilder pattern, String literal) {
        return pattern.append(fold(literal).replaceAll("[!%_]", ESCAPE + "$0"));
    }

    private static int compareCodePoints(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
