package chat262.it.contract;

import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TouchesStorage
@ExtendWith(SharedServer.class)
class SendIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final long room = anna.direct(ben);

    private String path() {
        return "/rooms/" + room + "/messages";
    }

    @Test
    void aSendAnswersWithTheStoredMessage() {
        String key = Person.newKey();
        Answer answer = anna.send(room, "hello", key);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json())
                .containsAllEntriesOf(Fields.of(
                        "room", room, "seq", 1, "kind", "text", "sender", anna.name(), "key", key, "body", "hello"));
        assertThat(answer.json()).containsOnlyKeys("room", "seq", "kind", "sender", "sentAt", "key", "body");
        assertThat(answer.text("sentAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(anna.log(room)).containsExactly(answer.json());
    }

    @Test
    void theKeyIsItsSendersOwn() {
        anna.say(room, "hello");
        assertThat(anna.log(room).get(0)).containsKey("key");
        assertThat(ben.log(room).get(0)).doesNotContainKey("key");
        assertThat(anna.api().get("/rooms").objects("rooms").get(0).getJsonObject("lastMessage"))
                .containsKey("key");
        assertThat(ben.api().get("/rooms").objects("rooms").get(0).getJsonObject("lastMessage"))
                .doesNotContainKey("key");
    }

    @Test
    void messagesAreNumberedFromOneWithoutAHoleWhoeverSends() {
        for (int n = 1; n <= 6; n++) {
            assertThat((n % 2 == 0 ? anna : ben).say(room, "message " + n)).isEqualTo(n);
        }
        assertThat(ben.log(room)).extracting(message -> message.getInt("seq")).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aRepeatIsAnsweredWithTheMessageThatIsThere() {
        String key = Person.newKey();
        Answer first = anna.send(room, "once", key);
        anna.say(room, "in between");
        for (int i = 0; i < 3; i++) {
            Answer repeat = anna.send(room, "once", key);
            assertThat(repeat.status()).isEqualTo(200);
            assertThat(repeat.json()).isEqualTo(first.json());
        }
        assertThat(anna.log(room)).hasSize(2);
    }

    @Test
    void aKeyIsReusedForAnotherBodyOrRoomInVain() {
        String key = Person.newKey();
        anna.send(room, "once", key).expect(201);
        long other = anna.direct(SharedServer.somebody());
        assertRefused(anna.send(room, "twice", key), "key-reused");
        assertRefused(anna.send(room, "once ", key), "key-reused");
        assertRefused(anna.send(other, "once", key), "key-reused");
        assertThat(anna.log(room)).hasSize(1);
        assertThat(anna.log(other)).isEmpty();
    }

    @Test
    void aKeyBelongsToOneAccount() {
        String key = Person.newKey();
        assertThat(anna.send(room, "mine", key).number("seq")).isEqualTo(1);
        assertThat(ben.send(room, "mine", key).number("seq")).isEqualTo(2);
    }

    @Test
    void aKeyIsComparedAndReturnedInLowerCase() {
        String key = Person.newKey();
        Answer first = anna.send(room, "once", key.toUpperCase());
        assertThat(first.text("key")).isEqualTo(key);
        Answer repeat = anna.send(room, "once", key);
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.json()).isEqualTo(first.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00000000000000000000000000000000",
                "0000000-00000-0000-0000-000000000000",
                "{00000000-0000-0000-0000-000000000000}",
                "urn:uuid:00000000-0000-0000-0000-000000000000",
                "00000000-0000-0000-0000-00000000000g",
                "1-1-1-1-1",
                "\"00000000-0000-0000-0000-000000000000\"",
                "00000000-0000-0000-0000-000000000000,11111111-1111-1111-1111-111111111111"
            })
    void aMalformedKeyIsAMissingOne(String key) {
        assertRefused(anna.send(room, "x", key), "key-missing");
        assertThat(anna.log(room)).isEmpty();
    }

    @Test
    void aSendNeedsExactlyOneKey() {
        assertRefused(anna.api().post(path(), Fields.of("body", "x")), "key-missing");
        String key = Person.newKey();
        assertRefused(anna.api().keyed(key).keyed(key).post(path(), Fields.of("body", "x")), "key-missing");
        assertRefused(anna.api().keyed(key).keyed(Person.newKey()).post(path(), Fields.of("body", "x")), "key-missing");
        assertThat(anna.log(room)).isEmpty();
    }

    @Test
    void aStrangerCanNotTellARoomFromNone() {
        Person eve = SharedServer.somebody();
        Answer closed = eve.send(room, "x");
        assertRefused(closed, "not-found");
        for (String id :
                List.of("999999999", "0", "-1", "abc", "1.0", "99999999999999999999", "%20", "+1", "0x1", "1e0")) {
            Answer none = eve.api().keyed(Person.newKey()).post("/rooms/" + id + "/messages", Fields.of("body", "x"));
            assertRefused(none, "not-found");
            assertThat(none.text("detail")).isEqualTo(closed.text("detail"));
        }
        assertThat(anna.log(room)).isEmpty();
    }

    @Test
    void checksAreMadeInTheOrderThatTheProtocolNames() {
        String key = Person.newKey();
        anna.send(room, "known", key).expect(201);
        String huge = "x".repeat(70_000);
        assertRefused(SharedServer.api().send("POST", path(), huge), "not-logged-in");
        assertRefused(anna.api().send("POST", path(), "text/plain", BodyPublishers.ofString(huge)), "too-large");
        assertRefused(
                anna.api().send("POST", path(), "text/plain", BodyPublishers.ofString("{}")), "unsupported-media-type");
        assertRefused(anna.api().send("POST", "/rooms/0/messages", "{nonsense"), "key-missing");
        assertRefused(anna.api().keyed(key).send("POST", "/rooms/0/messages", "{nonsense"), "invalid");
        assertRefused(anna.api().keyed(key).post("/rooms/0/messages", Fields.of("body", "known")), "key-reused");
        assertRefused(anna.send(0, "new"), "not-found");
    }

    @Test
    void aKnownKeyIsAnsweredEvenIfTheSenderHasLeftOrIsRemoved() {
        long group = anna.group(SharedServer.unusedName("left"), ben);
        String key = Person.newKey();
        Answer sent = ben.send(group, "before I go", key).expect(201);
        ben.remove(group, ben).expect(204);
        Answer repeat = ben.send(group, "before I go", key);
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.json()).isEqualTo(sent.json());
        assertRefused(ben.send(group, "something else", key), "key-reused");
        assertRefused(ben.send(group, "after I went"), "not-found");
    }
}
