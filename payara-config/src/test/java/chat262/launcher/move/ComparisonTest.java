package chat262.launcher.move;

import static chat262.launcher.move.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Table LOG = table("log", List.of("room", "seq"));
    private static final Object[] FIRST = row(-1, 9, "a");
    private static final Object[] SECOND = row(3, 1, null);
    private static final Object[] THIRD = row(3, 2, "c");

    private final AtomicInteger compared = new AtomicInteger();

    private static Object[] row(long room, long seq, String text) {
        return new Object[] {room, seq, text};
    }

    private record Listed(Queue<Object[]> rows) implements Rows {
        static Rows of(Object[]... rows) {
            return new Listed(new ArrayDeque<>(List.of(rows)));
        }

        @Override
        public Object[] next() {
            return rows.poll();
        }

        @Override
        public void close() {}
    }

    private Optional<String> difference(Rows source, Rows target) throws SQLException {
        return new Comparison(LOG, source, target).firstDifference(compared::incrementAndGet);
    }

    @Test
    void sameRowsHaveNoDifferenceAndAreCounted() throws SQLException {
        assertThat(difference(Listed.of(FIRST, SECOND, THIRD), Listed.of(FIRST.clone(), row(3, 1, null), THIRD)))
                .isEmpty();
        assertThat(compared).hasValue(3);
    }

    @Test
    void aRowThatIsMissingIsNamedWhereverItIs() throws SQLException {
        assertThat(difference(Listed.of(FIRST, SECOND, THIRD), Listed.of(SECOND, THIRD)))
                .contains("the row of log with room -1, seq 9 is missing");
        assertThat(difference(Listed.of(FIRST, SECOND, THIRD), Listed.of(FIRST, THIRD)))
                .contains("the row of log with room 3, seq 1 is missing");
        assertThat(difference(Listed.of(FIRST, SECOND, THIRD), Listed.of(FIRST, SECOND)))
                .contains("the row of log with room 3, seq 2 is missing");
    }

    @Test
    void aRowTooManyIsNamedWhereverItIs() throws SQLException {
        assertThat(difference(Listed.of(THIRD), Listed.of(SECOND, THIRD)))
                .contains("the row of log with room 3, seq 1 is not in the source");
        assertThat(difference(Listed.of(FIRST), Listed.of(FIRST, SECOND)))
                .contains("the row of log with room 3, seq 1 is not in the source");
        assertThat(difference(Listed.of(), Listed.of(THIRD)))
                .contains("the row of log with room 3, seq 2 is not in the source");
    }

    @Test
    void anotherValueIsNamedByItsColumnAndNotRepeated() throws SQLException {
        assertThat(difference(Listed.of(THIRD), Listed.of(row(3, 2, "secret"))))
                .contains("the row of log with room 3, seq 2 has another text");
        assertThat(difference(Listed.of(SECOND), Listed.of(row(3, 1, ""))))
                .contains("the row of log with room 3, seq 1 has another text");
    }
}
