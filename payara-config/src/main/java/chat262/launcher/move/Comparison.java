package chat262.launcher.move;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares all rows of a table in the source with those in the target. */
final class Comparison {
    private final Table table;
    private final Rows source;
    private final Rows target;

    Comparison(Table table, Rows source, Rows target) {
        this.table = table;
        this.source = source;
        this.target = target;
    }

    /**
     * Reads both to their ends, or to the first difference.
     *
     * @param compared called for each row that is the same
     * @return the difference, for the user; it tells nothing of what the rows contain
     */
    Optional<String> firstDifference(Runnable compared) throws SQLException {
        Object[] here = source.next();
        Object[] there = target.next();
        while (here != null || there != null) {
            Optional<String> difference = difference(here, there);
            if (difference.isPresent()) {
                return difference;
            }
            compared.run();
            here = source.next();
            there = target.next();
        }
        return Optional.empty();
    }

    private Optional<String> difference(Object[] here, Object[] there) {
        int order = order(here, there);
        if (order != 0) {
            return Optional.of(named(order < 0 ? here : there) + (order < 0 ? " is missing" : " is not in the source"));
        }
        List<String> columns = List.copyOf(table.columns().keySet());
        for (int i = 0; i < columns.size(); i++) {
            if (!Objects.equals(here[i], there[i])) {
                return Optional.of(named(here) + " has another " + columns.get(i));
            }
        }
        return Optional.empty();
    }

    /** Negative if the row of the source comes first, or the target has no further row. */
    private int order(Object[] here, Object[] there) {
        if (here == null || there == null) {
            return here == null ? 1 : -1;
        }
        return Arrays.compare(table.keyOf(here), table.keyOf(there));
    }

    private String named(Object[] row) {
        return "the row of " + table.name() + " with " + table.describe(table.keyOf(row));
    }
}
