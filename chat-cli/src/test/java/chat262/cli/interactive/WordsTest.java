package chat262.cli.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void wordsAreSplitAtBlanksAndQuotesKeepThemTogether() {
        assertThat(Words.of("  ng  \"My  Team\" 'a b' bob ")).containsExactly("ng", "My  Team", "a b", "bob");
    }

    @Test
    void anApostropheWithinAWordIsPartOfIt() {
        assertThat(Words.of("send bob it's fine")).containsExactly("send", "bob", "it's", "fine");
    }

    @Test
    void anEmptyPairOfQuotesIsAnEmptyWord() {
        assertThat(Words.of("a \"\"")).containsExactly("a", "");
    }
}
