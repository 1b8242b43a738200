package chat262.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NamesTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/folded-names.csv", encoding = "UTF-8") // the page's test reads it, too
    void namesThatLookAlikeFoldAlike(String name, String folded) {
        assertThat(Names.fold(name)).isEqualTo(folded);
    }

    @Test
    void aNulIsReplacedByACharacterThatEveryDatabaseAccepts() {
        assertThat(Names.fold("a\0b")).isEqualTo("a\u0001b");
    }

    @Test
    void namesAreSortedByCodePointAndNotByUtf16Unit() {
        String inPrivateUse = "\uE000";
        String supplementary = "\uD83D\uDE00";
        assertThat(List.of(supplementary, "b", inPrivateUse, "A").stream().sorted(Names.ORDER))
                .containsExactly("A", "b", inPrivateUse, supplementary);
    }
}
