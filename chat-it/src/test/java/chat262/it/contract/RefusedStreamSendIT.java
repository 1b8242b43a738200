package chat262.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Fields;
import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that can't be stored: each is answered under its key, with the slug of the call that sends. */
@TouchesStorage
class RefusedStreamSendIT extends StreamSendFixture {
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
