package chat262.platform;

import chat262.api.NameFolding;
import java.util.Arrays;
import java.util.Comparator;

/** How names are compared, sorted and searched: the folded form and the wildcard patterns of the protocol. */
public final class Names {
    /** The escape character in the patterns of {@link #like}: {@code LIKE … ESCAPE '!'}. */
    public static final String ESCAPE = "!";

    /** By the code points of the folded form; {@link String#compareTo} would compare UTF-16 units. */
    public static final Comparator<String> ORDER = (a, b) -> compareCodePoints(fold(a), fold(b));

    private Names() {}

    /** The folded form, which clients use as well. */
    public static String fold(String name) {
        return NameFolding.fold(name);
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
