package chat262.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import chat262.it.process.Await;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sends as frames of the live stream: the rules of the call that sends, answered on the socket. */
@TouchesStorage
class StreamSendIT extends StreamSendFixture {
    @Test
    void aNewMessageIsAnsweredByItsPushWithTheKeyAndNothingElse() {
        send(room, "hello", key);
        JsonObject pushed = awaitPush(key);
        assertThat(pushed)
                .containsOnlyKeys("type", "room", "seq", "kind", "sender", "sentAt", "key", "body")
                .containsAllEntriesOf(anna.log(room).get(0));
        settle();
        assertThat(annas.frames("stored")).isEmpty();
        assertThat(ben.fetch(room).objects("messages").get(0)).doesNotContainKey("key");
    }

    @Test
    void aRepeatIsAnsweredByStoredAndByNoPush() {
        send(room, "once", key);
        JsonObject first = awaitPush(key);
        send(room, "once", key);
        assertThat(awaitAnswer("stored", key))
                .isEqualTo(Fields.of(
                        "type",
                        "stored",
                        "room",
                        room,
                        "key",
                        key,
                        "seq",
                        1,
                        "sentAt",
                        first.getString("sentAt"),
                        "repeat",
                        true));
        assertThat(anna.log(room)).hasSize(1);
        assertThat(annas.seqs(room)).containsExactly(1L);
    }

    @Test
    void aKeyNamesOneMessageByWhicheverWayItComes() {
        Answer byCall = anna.send(room, "once", key);
        send(room, "once", key);
        assertThat(awaitAnswer("stored", key).getString("sentAt")).isEqualTo(byCall.text("sentAt"));
        String other = Person.newKey();
        send(room, "by frame", other);
        awaitPush(other);
        Answer again = anna.send(room, "by frame", other);
        assertThat(again.status()).isEqualTo(200);
        assertThat(anna.log(room)).hasSize(2).last().isEqualTo(again.json());
    }

    @Test
    void theSameFrameTwiceAtOnceIsOneMessage() {
        send(room, "once", key);
        send(room, "once", key);
        awaitPush(key);
        assertThat(awaitAnswer("stored", key).getBoolean("repeat")).isTrue();
        assertThat(anna.log(room)).hasSize(1);
    }

    @Test
    void aKeyIsComparedAndAnsweredInLowerCase() {
        send(room, "once", key.toUpperCase());
        awaitPush(key);
        send(room, "once", key);
        assertThat(awaitAnswer("stored", key).getBoolean("repeat")).isTrue();
    }

    @Test
    void aRoomTakesASendAsSoonAsItIsThereWhoeverIsSubscribedYet() {
        for (int i = 0; i < 10; i++) {
            long fresh = anna.direct(SharedServer.somebody());
            String each = Person.newKey();
            send(fresh, "first", each);
            Await.until(
                    "it is answered",
                    () -> annas.frames().stream()
                            .filter(frame -> frame.getString("key", "").equals(each))
                            .anyMatch(frame -> frame.getInt("seq") == 1));
        }
    }

    @Test
    void whatIsSentWithoutWaitingIsStoredInItsOrderAndEachFrameHasItsAnswer() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            keys.add(Person.newKey());
            send(room, "message", keys.get(i));
        }
        for (String each : keys) {
            Await.until("each is answered", () -> isAnswered(each));
        }
        List<String> stored =
                anna.log(room).stream().map(message -> message.getString("key")).toList();
        List<String> refused = annas.frames("refused").stream()
                .map(frame -> frame.getString("key"))
                .toList();
        assertThat(annas.frames("refused"))
                .allSatisfy(frame ->
                        assertThat(frame).containsAllEntriesOf(Fields.of("slug", "overloaded", "retryAfter", 1)));
        assertThat(stored).hasSizeGreaterThanOrEqualTo(256);
        assertThat(keys.stream().filter(each -> !refused.contains(each))).isEqualTo(stored);
    }

    private boolean isAnswered(String each) {
        return annas.frames().stream()
                .anyMatch(frame -> frame.getString("key", "").equals(each));
    }

    @Test
    void roomsAreAnsweredSideBySide() {
        List<Long> rooms = new ArrayList<>(List.of(room));
        for (int i = 0; i < 9; i++) {
            rooms.add(anna.direct(SharedServer.somebody()));
        }
        rooms.forEach(each -> send(each, "hello", Person.newKey()));
        rooms.forEach(each -> annas.awaitMessage(each, 1));
    }
}
