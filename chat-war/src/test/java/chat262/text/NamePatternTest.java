package chat262.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    private static boolean matches(String match, String folded) {
        return NamePattern.of(match).matches(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "a*,a",
        "a*,ab",
        "*,anything",
        "'',''",
        "*,''",
        "A*B*,axbx",
        "a*b,ab",
        "*b*,abc",
        "**a***b**,a-b",
        "*aab*,aaab",
        "*abab*,abaabab",
        "*a*a*,aa",
        "*ab*bc,ababc",
        "50%_off!,50%_off!",
        "a\\b,a\\b"
    })
    void namesThatMatch(String match, String folded) {
        assertThat(matches(match, folded)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a,ab",
        "a,'a '",
        "a*,ba",
        "a*a,a",
        "ab*bc,abc",
        "*a*a*,a",
        "*ab*bc,abc",
        "50%off,50xoff",
        "a_b,axb",
        "'',a",
        "*abab*,abaabba"
    })
    void namesThatDoNotMatch(String match, String folded) {
        assertThat(matches(match, folded)).isFalse();
    }

    @Test
    void aCharacterThatNormalisesToAnAsteriskIsLiteral() {
        assertThat(matches("a\uFF0A", "a*")).isTrue();
        assertThat(matches("a\uFF0A", "ab")).isFalse();
    }

    @Test
    void onlyWildcardsMatchAll() {
        assertThat(List.of("*", "***")).allMatch(match -> NamePattern.of(match).matchesAll());
        assertThat(List.of("", "a*", "*a", "*a*"))
                .noneMatch(match -> NamePattern.of(match).matchesAll());
    }

    @ParameterizedTest
    @CsvSource({
        "a*,a%",
        "*,%",
        "***,%",
        "50%_off!,50!%!_off!!",
        "a\\b,a\\b",
        "A*B*,a%b%",
        "*a*bcd*ef*g,%bcd%",
        "a*_,a%!_%",
        "'',''",
        "*1234567890123456789012345*,%12345678901234567890%"
    })
    void theDatabaseNarrowsWithTwoWildcardsAtMost(String match, String like) {
        assertThat(NamePattern.of(match).like()).isEqualTo(like);
    }

    @Test
    void aPartOfAnEmojiIsNoPattern() {
        String emoji = "😀".repeat(21);
        assertThat(NamePattern.of("*" + emoji + "*").like()).isEqualTo("%" + "😀".repeat(20) + "%");
    }
}
