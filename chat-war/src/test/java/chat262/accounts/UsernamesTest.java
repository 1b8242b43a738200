package chat262.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernamesTest {
    @Test
    void whatAnAccountCanBeCalledIsFolded() {
        assertThat(Usernames.folded("Anna-Maria.1_")).contains("anna-maria.1_");
        assertThat(Usernames.folded("Ａｎｎａ")).contains("anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ann ", "ä", "_a", "\uFDFA", "aaaaaaaaaaaaaaaaaaaaa", "a\u0000"})
    void whatNoAccountCanBeCalledIsNoName(String name) {
        assertThat(Usernames.folded(name)).isEmpty();
    }
}
