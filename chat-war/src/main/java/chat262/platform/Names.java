package chat262.platform;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;

/** How names are compared and sorted: the folded form of the protocol. {@link NamePattern} searches them. */
public final class Names {
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

    private static int compareCodePoints(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
