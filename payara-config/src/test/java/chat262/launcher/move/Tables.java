package chat262.launcher.move;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tables for tests: key columns, and a column {@code text}. */
final class Tables {
    private Tables() {}

    static Table table(String name, List<String> key, String... references) {
        SortedMap<String, ColumnKind> columns = new TreeMap<>();
        key.forEach(column -> columns.put(column, ColumnKind.NUMBER));
        columns.put("text", ColumnKind.TEXT);
        return new Table(name, columns, key, Optional.empty(), Set.of(references));
    }
}
