package chat262.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import chat262.it.process.Await;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends as frames of the live stream: the rules of the call that sends, answered on the socket. */
@TouchesStorage
@ExtendWith(SharedServer.class)
class StreamSendIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final long room = anna.direct(ben);
    private final String key = Person.newKey();
    private LiveClient annas;

    @BeforeEach
    void annaIsConnected() {
        annas = LiveClient.of(anna);
        annas.await("hello");
    }

    @AfterEach
    void disconnect() {
        annas.close();
    }

    private void send(long to, String body, String as) {
        annas.send("type", "send", "room", to, "key", as, "body", body);
    }

    private JsonObject awaitPush(String of) {
        return annas.await("message", frame -> frame.getString("key", "").equals(of));
    }

    private JsonObject awaitAnswer(String type, String to) {
        return annas.await(type, frame -> frame.getString("key").equals(to));
    }

    private void assertRefused(String slug) {
        assertThat(awaitAnswer("refused", key)).containsAllEntriesOf(Fields.of("room", room, "slug", slug));
        assertThat(anna.log(room)).isEmpty();
    }

    /** Waits until all is answered that was sent before. */
    private void settle() {
        annas.send("type", "watch", "room", 1_000_000_000, "on", true);
        annas.await("problem");
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"\" \"", "\"\"", "7", "null", "\"a\\u0007b\"", "\"\\ud800\"", "[]"})
    void aBodyThatBreaksItsRuleIsRefusedUnderItsKey(String body) {
        annas.sendText("{\"type\":\"send\",\"room\":" + room + ",\"key\":\"" + key + "\",\"body\":" + body + "}");
        assertRefused("invalid");
        JsonObject error = awaitAnswer("refused", key).getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("field")).isEqualTo("body");
    }

    @Test
    void aBodyHasFourThousandCharactersAtMost() {
        send(room, "x".repeat(4001), key);
        assertRefused("invalid");
        send(room, "\ud83d\ude00".repeat(4000), Person.newKey());
        annas.awaitMessage(room, 1);
    }

    @ParameterizedTest
    @CsvSource({"joined", "unknown", "TEXT"})
    void onlyAKindThatClientsSendCanBeSent(String kind) {
        annas.send("type", "send", "room", room, "key", key, "kind", kind, "body", "x");
        assertRefused("invalid");
        annas.send("type", "send", "room", room, "key", Person.newKey(), "kind", "text", "body", "x");
        annas.awaitMessage(room, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"room\":\"1\"", ",\"room\":1.5", ",\"room\":99999999999999999999", ",\"room\":null"})
    void aFrameWithoutAProperRoomIsRefusedUnderItsKey(String field) {
        annas.sendText("{\"type\":\"send\",\"key\":\"" + key + "\",\"body\":\"x\"" + field + "}");
        assertThat(awaitAnswer("refused", key))
                .doesNotContainKey("room")
                .containsAllEntriesOf(Fields.of("slug", "invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"key\":\"x\"", ",\"key\":7", ",\"key\":\"00000000-0000-0000-0000-00000000000g\""})
    void aFrameWithoutAKeyIsAProblem(String field) {
        annas.sendText("{\"type\":\"send\",\"room\":" + room + ",\"body\":\"x\"" + field + "}");
        assertThat(annas.await("problem").getString("slug")).isEqualTo("key-missing");
        assertThat(annas.frames("refused")).isEmpty();
        assertThat(anna.log(room)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_000_000_000})
    void aRoomThatIsNotThereIsNotFound(long nowhere) {
        send(nowhere, "x", key);
        assertThat(awaitAnswer("refused", key)).containsAllEntriesOf(Fields.of("room", nowhere, "slug", "not-found"));
    }

    @Test
    void aRoomOfOthersIsNotFound() {
        Person cleo = SharedServer.somebody();
        long others = ben.direct(cleo);
        send(others, "x", key);
        assertThat(awaitAnswer("refused", key).getString("slug")).isEqualTo("not-found");
        assertThat(ben.log(others)).isEmpty();
    }

    @Test
    void aKeyThatStandsForSomethingElseIsRefused() {
        send(room, "once", key);
        awaitPush(key);
        send(room, "twice", key);
        assertThat(awaitAnswer("refused", key).getString("slug")).isEqualTo("key-reused");
        assertThat(anna.log(room)).hasSize(1);
    }

    @Test
    void aRepeatIsKnownAfterTheSenderHasLeftAndNothingElseIsTaken() {
        long group = anna.group("g." + anna.name(), ben);
        send(group, "before", key);
        awaitPush(key);
        anna.changeRole(group, ben, "OWNER").expect(200);
        anna.remove(group, anna).expect(204);
        send(group, "before", key);
        assertThat(awaitAnswer("stored", key).getBoolean("repeat")).isTrue();
        String late = Person.newKey();
        send(group, "after", late);
        assertThat(awaitAnswer("refused", late).getString("slug")).isEqualTo("not-found");
    }

    @Test
    void aDirectRoomIsClosedWhenThePeerIsGone() {
        ben.deleteAccount().expect(204);
        send(room, "x", key);
        assertRefused("forbidden");
    }

    @Test
    void aFrameThatArrivesAfterTheLogoutWasAnsweredStoresNothing() {
        for (int i = 0; i < 10; i++) {
            Person visitor = SharedServer.somebody();
            long visited = visitor.direct(ben);
            try (LiveClient live = LiveClient.of(visitor)) {
                live.await("hello");
                visitor.api().delete("/sessions/current").expect(204);
                sendIfOpen(live, visited);
                assertThat(live.awaitClose()).isEqualTo(4401);
                assertThat(live.frames("refused"))
                        .allSatisfy(frame -> assertThat(frame.getString("slug")).isEqualTo("not-logged-in"));
                assertThat(live.frames("message")).isEmpty();
            }
            assertThat(ben.log(visited)).isEmpty();
        }
    }

    private void sendIfOpen(LiveClient live, long to) {
        try {
            live.send("type", "send", "room", to, "key", Person.newKey(), "body", "too late");
        } catch (RuntimeException e) {
            assertThat(live.awaitClose()).isEqualTo(4401); // the server was quicker
        }
    }
}
