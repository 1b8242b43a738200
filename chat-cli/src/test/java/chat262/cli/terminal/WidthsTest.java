package chat262.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WidthsTest {
    private static final String THUMB = "\uD83D\uDC4D\uD83C\uDFFD"; // of a skin tone
    private static final String FLAG = "\uD83C\uDDE9\uD83C\uDDEA";
    private static final String ASTRONAUT = "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDE80";
    private static final String HEART = "\u2764\uFE0F";

    @AfterEach
    void asBefore() {
        terminalThatJoins(false);
    }

    private static void terminalThatJoins(boolean joins) {
        WCWidth.joinTones(joins);
        WCWidth.joinEmoji(joins);
        WCWidth.widenEmoji(joins);
    }

    private static int width(String text) {
        return new AttributedString(text).columnLength();
    }

    @Test
    void jlineCountsWithTheConsolesTable() {
        assertThat(width("a\u00e9e\u0301")).isEqualTo(3);
        assertThat(width("✅漢")).isEqualTo(4);
        assertThat(width(FLAG)).isEqualTo(2);
    }

    @Test
    void whatATerminalJoinsTakesNoColumnsOfItsOwn() {
        terminalThatJoins(true);
        assertThat(width(THUMB)).isEqualTo(2);
        assertThat(width(ASTRONAUT)).isEqualTo(2);
        assertThat(width(HEART + "!")).isEqualTo(3);
        terminalThatJoins(false);
        assertThat(width(THUMB)).isEqualTo(4);
        assertThat(width(ASTRONAUT)).isEqualTo(6);
        assertThat(width(HEART + "!")).isEqualTo(2);
    }

    @Test
    void aCharacterIsWhatAPersonTakesForOne() {
        assertThat(Clusters.last("x" + THUMB, 1)).isEqualTo(2);
        assertThat(Clusters.last("x" + FLAG + FLAG, 1)).isEqualTo(2);
        assertThat(Clusters.last(ASTRONAUT + "e\u0301", 2)).isEqualTo(6);
        assertThat(Clusters.last("line\n", 1)).isEqualTo(1);
        assertThat(Clusters.first(HEART + "!", 1)).isEqualTo(2);
    }
}
