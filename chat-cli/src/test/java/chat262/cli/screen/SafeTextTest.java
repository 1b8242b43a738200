package chat262.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void controlCharactersAreShownAndNotObeyed() {
        assertThat(SafeText.of("\u001b[2J\u0007\r\u0000\u007f\u009b")).isEqualTo("␛[2J␇␍␀␡<U+009B>");
    }

    @Test
    void whatChangesTheDirectionOfTextIsShown() {
        assertThat(SafeText.of("a\u202eb\u2066c\u2028d")).isEqualTo("a<U+202E>b<U+2066>c<U+2028>d");
    }

    @Test
    void loneSurrogatesAreShown() {
        assertThat(SafeText.of("a\ud800b")).isEqualTo("a<U+D800>b");
    }

    @Test
    void linesStayAndTabsBecomeBlanks() {
        assertThat(SafeText.of("a\n\tb")).isEqualTo("a\n    b");
    }

    @Test
    void everyScriptAndEmojiStaysAsItIs() {
        String text = "héllo שלום مرحبا 你好 👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 e\u0301";
        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @Test
    void noCodePointReachesATerminalAsAControl() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String safe = SafeText.of(new StringBuilder().appendCodePoint(point).toString());
            assertThat(safe.codePoints().filter(each -> each != '\n').noneMatch(Character::isISOControl))
                    .as("U+%04X", point)
                    .isTrue();
        }
    }
}
