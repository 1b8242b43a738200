package chat262.launcher.move;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A table that is copied. All names are in lower case, as both databases understand them.
 *
 * @param columns its columns by their names, in the order in which a row has their values
 * @param key the columns of its primary key, all of them numbers
 * @param identity the column that the database numbers, if there is one
 * @param references the tables that its rows refer to, whose rows must be there first
 */
record Table(
        String name,
        SortedMap<String, ColumnKind> columns,
        List<String> key,
        Optional<String> identity,
        Set<String> references) {
    /** The values of a row in the current line of a result of {@link #select}. */
    Object[] row(ResultSet line) throws SQLException {
        Object[] row = new Object[columns.size()];
        int column = 0;
        for (ColumnKind kind : columns.values()) {
            row[column] = kind.value(line, column + 1);
            column++;
        }
        return row;
    }

    /** The key of a row. */
    long[] keyOf(Object[] row) {
        List<String> names = List.copyOf(columns.keySet());
        return key.stream().mapToLong(name -> (Long) row[names.indexOf(name)]).toArray();
    }

    /** How a key is named for the user, such as {@code room_id 3, seq 17}. */
    String describe(long[] keyOfRow) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < keyOfRow.length; i++) {
            parts.add(key.get(i) + " " + keyOfRow[i]);
        }
        return String.join(", ", parts);
    }

    String insert() {
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(name, columnList(), String.join(", ", Collections.nCopies(columns.size(), "?")));
    }

    /** All rows in the order of their keys. */
    String select() {
        return "SELECT %s FROM %s ORDER BY %s".formatted(columnList(), name, keyList());
    }

    /** The rows behind a key, of which each column is a parameter, in their order; for a database that compares rows by an index. */
    String selectBehind() {
        return "SELECT %s FROM %s WHERE (%s) > (%s) ORDER BY %s"
                .formatted(
                        columnList(),
                        name,
                        keyList(),
                        String.join(", ", Collections.nCopies(key.size(), "?")),
                        keyList());
    }

    /**
     * The same as queries of which each uses an index of any database: first the rows that differ from the key in the last
     * column only, at last those that differ in the first one. The parameters are the key's first columns.
     */
    List<String> selectsBehind() {
        List<String> queries = new ArrayList<>();
        for (int equal = key.size() - 1; equal >= 0; equal--) {
            List<String> conditions = new ArrayList<>();
            for (String column : key.subList(0, equal)) {
                conditions.add(column + " = ?");
            }
            conditions.add(key.get(equal) + " > ?");
            queries.add("SELECT %s FROM %s WHERE %s ORDER BY %s"
                    .formatted(columnList(), name, String.join(" AND ", conditions), keyList()));
        }
        return queries;
    }

    String selectLastKey() {
        return "SELECT %s FROM %s ORDER BY %s DESC LIMIT 1".formatted(keyList(), name, String.join(" DESC, ", key));
    }

    private String columnList() {
        return String.join(", ", columns.keySet());
    }

    private String keyList() {
        return String.join(", ", key);
    }
}
