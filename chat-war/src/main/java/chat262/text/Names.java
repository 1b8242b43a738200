package chat262.text;

import chat262.api.NameFolding;
import java.util.Arrays;
import java.util.Comparator;

/** How names are compared and sorted: the folded form of the protocol. {@link NamePattern} searches them. */
public final class Names {
    /** By the code points of the folded form; {@link String#compareTo} would compare UTF-16 units. */
    public static final Comparator<String> ORDER = (a, b) -> compareCodePoints(fold(a), fold(b));

    private Names() {}

    /** The folded form, which clients use as well. */
    public static String fold(String name) {
        return NameFolding.fold(name);
    }

    private static int compareCodePoints(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
