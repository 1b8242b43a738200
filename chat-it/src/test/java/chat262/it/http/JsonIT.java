package chat262.it.http;

import static chat262.it.contract.Refusals.assertInvalid;
import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Person;
import chat262.it.contract.SharedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class JsonIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final long room = anna.direct(ben);

    private Answer send(String body) {
        return anna.api().keyed(Person.newKey()).send("POST", "/rooms/" + room + "/messages", body);
    }

    private Answer sendBytes(byte[] body) {
        return anna.api()
                .keyed(Person.newKey())
                .send("POST", "/rooms/" + room + "/messages", "application/json", BodyPublishers.ofByteArray(body));
    }

    private Answer acknowledge(String body) {
        return anna.api().send("PUT", "/rooms/" + room + "/cursor", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "7",
                "\"body\"",
                "[]",
                "[{\"body\":\"x\"}]",
                "{",
                "{\"body\":\"x\"",
                "{\"body\":\"x",
                "{\"body\":}",
                "{body:\"x\"}",
                "{'body':'x'}",
                "{\"body\":\"x\",}",
                "{\"body\":\"x\"} x",
                "{\"body\":\"x\"}}",
                "{\"body\":\"x\"}{\"body\":\"y\"}",
                "{\"body\":\"x\"}//",
                "\ufeff{\"body\":\"x\"}",
                "{\"body\":\"\\x\"}",
                "{\"body\":\"\\u12\"}",
                "{\"body\":\"a\nb\"}",
                "{\"body\":\"x\",\"n\":01}",
                "{\"body\":\"x\",\"n\":NaN}",
                "{\"body\":\"x\",\"n\":1e99999999999}",
                "<body>x</body>",
                "body=x"
            })
    void aBodyThatIsNotOneJsonObjectIsInvalid(String body) {
        assertRefused(send(body), "invalid");
        assertThat(anna.log(room)).isEmpty();
    }

    static Stream<Named<String>> monsters() {
        return Stream.of(
                Named.of("arrays in arrays", "{\"body\":\"x\",\"n\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}"),
                Named.of("arrays without an end", "{\"body\":\"x\",\"n\":" + "[".repeat(60_000)),
                Named.of("objects in objects", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)),
                Named.of("a long number", "{\"body\":\"x\",\"n\":" + "9".repeat(60_000) + "}"));
    }

    @ParameterizedTest
    @MethodSource("monsters")
    void aMonsterIsInvalid(String body) {
        assertRefused(send(body), "invalid");
        assertThat(anna.log(room)).isEmpty();
    }

    @Test
    void aBodyThatIsNotUtf8IsInvalid() {
        assertRefused(sendBytes("{\"body\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1)), "invalid");
        assertRefused(sendBytes("{\"body\":\"x\"}".getBytes(StandardCharsets.UTF_16)), "invalid");
        byte[] halfPair = {'{', '"', 'b', 'o', 'd', 'y', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'
        };
        assertRefused(sendBytes(halfPair), "invalid");
        byte[] overlong = {'{', '"', 'b', 'o', 'd', 'y', '"', ':', '"', (byte) 0xc0, (byte) 0xaf, '"', '}'};
        assertRefused(sendBytes(overlong), "invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\ude00", "\\ude00\\ud83d", "x\\ud83dx", "\\ud83d\\ud83d\\ude00"})
    void halfASurrogatePairIsInvalid(String text) {
        assertInvalid(send("{\"body\":\"" + text + "\"}"), "body");
    }

    @Test
    void unknownFieldsAreIgnored() {
        Answer answer =
                send("{\"n\":1.5e3,\"o\":{\"body\":[null]},\"body\":\"x\",\"seq\":99,\"sender\":\"eve\",\"\":0}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.number("seq")).isEqualTo(1);
        assertThat(answer.text("sender")).isEqualTo(anna.name());
        assertThat(acknowledge("{\"seq\":1,\"cursor\":77,\"room\":5}").number("cursor"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"body\":null}",
                "{\"body\":1}",
                "{\"body\":true}",
                "{\"body\":[\"x\"]}",
                "{\"Body\":\"x\"}"
            })
    void aTextThatIsMissingOrSomethingElseIsInvalid(String body) {
        assertInvalid(send(body), "body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"seq\":null}",
                "{\"seq\":\"1\"}",
                "{\"seq\":true}",
                "{\"seq\":[1]}",
                "{\"seq\":{}}",
                "{\"seq\":1.5}",
                "{\"seq\":0.1}",
                "{\"seq\":1e-1}",
                "{\"seq\":99999999999999999999}",
                "{\"seq\":9223372036854775808}",
                "{\"seq\":-1}",
                "{\"seq\":-9223372036854775809}",
                "{\"seq\":18446744073709551617}",
                "{\"seq\":1e400}",
                "{\"Seq\":1}"
            })
    void aNumberThatIsMissingOrSomethingElseIsInvalidAndNever0(String body) {
        anna.say(room, "one");
        assertInvalid(acknowledge(body), "seq");
        assertThat(anna.room(room).number("cursor")).isZero();
    }

    @Test
    void theLargestNumbersAreReadAsTheyAre() {
        assertRefused(acknowledge("{\"seq\":9223372036854775807}"), "beyond-the-end");
        assertRefused(acknowledge("{\"seq\":4294967296}"), "beyond-the-end");
        assertThat(acknowledge("{\"seq\":0}").number("cursor")).isZero();
    }

    @Test
    void everyBrokenFieldIsNamedAtOnce() {
        assertInvalid(
                anna.api().send("POST", "/rooms", "{\"name\":7,\"listed\":\"yes\"}"), "name", "listed", "members");
        assertInvalid(anna.api().send("POST", "/rooms", "{\"name\":\" \",\"members\":[1]}"), "name", "members");
    }
}
