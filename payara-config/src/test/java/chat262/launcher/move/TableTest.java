package chat262.launcher.move;

import static chat262.launcher.move.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table LOG = table("log", List.of("room", "seq"), "author");

    @Test
    void rowsBehindAKeyAreThoseOfTheSameBeginAndThenAllOfALaterOne() {
        assertThat(LOG.selectsBehind())
                .containsExactly(
                        "SELECT room, seq, text FROM log WHERE room = ? AND seq > ? ORDER BY room, seq",
                        "SELECT room, seq, text FROM log WHERE room > ? ORDER BY room, seq");
        assertThat(LOG.selectBehind())
                .isEqualTo("SELECT room, seq, text FROM log WHERE (room, seq) > (?, ?) ORDER BY room, seq");
    }

    @Test
    void theLastRowIsThatOfTheHighestKey() {
        assertThat(LOG.selectLastKey()).isEqualTo("SELECT room, seq FROM log ORDER BY room DESC, seq DESC LIMIT 1");
    }

    @Test
    void aRowIsNamedByItsKeyAlone() {
        long[] key = LOG.keyOf(new Object[] {3L, 17L, "secret"});
        assertThat(LOG.describe(key)).isEqualTo("room 3, seq 17");
    }

    @Test
    void aTableComesBehindThoseThatItRefersTo() {
        Table author = table("author", List.of("id"));
        Table zoo = table("zoo", List.of("id"));
        Table access = table("access", List.of("id"), "log", "zoo");
        assertThat(Catalog.ordered(List.of(access, LOG, zoo, author)))
                .extracting(Table::name)
                .containsExactly("author", "log", "zoo", "access");
    }

    @Test
    void tablesThatReferToEachOtherHaveNoOrder() {
        Table hen = table("hen", List.of("id"), "egg");
        Table egg = table("egg", List.of("id"), "hen");
        assertThatThrownBy(() -> Catalog.ordered(List.of(hen, egg))).hasMessageContaining("[egg, hen]");
    }
}
