package chat262.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Splits the values of an {@code in (…)}. For a hundred of them Derby looks each one up in the index; for many more, compared with
 * the rows that there are, it reads the whole table and compares each row with the list, which takes a thousand times as long.
 */
public final class IdParts {
    private static final int SIZE = 100;

    private IdParts() {}

    /** The same values in parts, each for a query of its own; none if there are no values. */
    public static <T> Stream<List<T>> of(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SIZE) {
            parts.add(all.subList(from, Math.min(all.size(), from + SIZE)));
        }
        return parts.stream();
    }
}
