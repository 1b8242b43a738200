package chat262.it.contract;

import static chat262.it.contract.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Person;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TouchesStorage
@ExtendWith(SharedServer.class)
class BodyTextIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final long room = anna.direct(ben);

    static Stream<String> texts() {
        return Stream.of(
                "x",
                " leading and trailing \n",
                "two\nlines\tand a tab",
                "Zoë, Ωmega, Привет, 漢字, 日本語, 한국어",
                "\u202eright to left override\u202c, العربية, עברית",
                "Z\u0351\u036b\u0343\u036a\u0302a\u0351\u036b\u0343\u036a\u0302l\u0351\u036b\u0343go",
                "👩‍👩‍👧‍👦🏳️‍🌈👍🏽",
                "\uFFFD\uFFFE\uFFFF\uFEFFx",
                "<script>alert(1)</script><img src=x onerror=alert(1)> &amp; &lt;",
                "'; DROP TABLE message; -- \" \\ % _ * ${jndi:ldap://x} {{7*7}} #{1+1}",
                "\\u0000 \\ud800 \\n",
                "e\u0301 and \u00e9 stay two",
                "ﬁ ① Ａ stay as they are",
                "😀".repeat(4000),
                "ä".repeat(4000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsKeptExactlyAsSent(String text) {
        assertThat(anna.send(room, text).expect(201).text("body")).isEqualTo(text);
        assertThat(ben.fetch(room).objects("messages").get(0).getString("body")).isEqualTo(text);
        assertThat(ben.room(room).json().getJsonObject("lastMessage").getString("body"))
                .isEqualTo(text);
    }

    static Stream<String> blanks() {
        return Stream.of(
                "",
                " ",
                "\n",
                "\t\n ",
                "\u00a0",
                "\u2003\u2028\u2029\u3000",
                "\u200b",
                "\ufeff",
                "\u00ad\u200d\u2060",
                " \u202e\u202c ",
                "\u1680\u205f",
                "\u0020".repeat(4000));
    }

    @ParameterizedTest
    @MethodSource("blanks")
    void aBlankTextIsInvalid(String text) {
        assertInvalid(anna.send(room, text), "body");
    }

    @Test
    void everyControlCharacterButNewlineAndTabIsInvalid() {
        IntStream.concat(IntStream.rangeClosed(0, 0x1f), IntStream.rangeClosed(0x7f, 0x9f))
                .filter(c -> c != '\n' && c != '\t')
                .forEach(c -> assertInvalid(anna.send(room, "a" + (char) c + "b"), "body"));
        assertThat(anna.log(room)).isEmpty();
    }

    @Test
    void aTextHasAtMost4000CodePoints() {
        assertInvalid(anna.send(room, "x".repeat(4001)), "body");
        assertInvalid(anna.send(room, "😀".repeat(4001)), "body");
        assertThat(anna.send(room, "x".repeat(4000)).status()).isEqualTo(201);
    }
}
