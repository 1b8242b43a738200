package chat262.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u2007\u202f", "\u200b\u200e", "\u3000\t\n", "\ufeff", "\u0085"})
    void whiteSpaceAndFormatCharactersAloneAreBlank(String text) {
        assertThat(UnicodeText.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "\u200ba", "\u0301", "\u2800", "\u001c"})
    void anythingElseIsNotBlank(String text) {
        assertThat(UnicodeText.isBlank(text)).isFalse();
    }

    @Test
    void trimmingRemovesAllWhiteSpaceAndNothingElse() {
        assertThat(UnicodeText.trim("\u00a0\u3000 a b \u2028\t")).isEqualTo("a b");
        assertThat(UnicodeText.trim("\u200ba")).isEqualTo("\u200ba");
    }

    @Test
    void lengthCountsCodePoints() {
        assertThat(UnicodeText.length("a\uD83D\uDE00")).isEqualTo(2);
    }

    @Test
    void aLoneSurrogateIsFoundAnywhere() {
        assertThat(UnicodeText.hasLoneSurrogate("a\uD83D")).isTrue();
        assertThat(UnicodeText.hasLoneSurrogate("\uDE00\uD83D")).isTrue();
        assertThat(UnicodeText.hasLoneSurrogate("\uD83D\uDE00")).isFalse();
    }
}
