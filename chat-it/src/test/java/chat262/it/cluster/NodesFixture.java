package chat262.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import chat262.it.process.Await;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done at one node and seen at the other, however nodes learn of it. */
abstract class NodesFixture {
    private final Person anna = nodes().atFirst();
    private final Person ben = nodes().atSecond();
    private LiveClient bens;

    /** The two nodes. */
    abstract TwoNodes nodes();

    Person anna() {
        return anna;
    }

    Person ben() {
        return ben;
    }

    LiveClient bens() {
        return bens;
    }

    @BeforeEach
    void benIsConnected() {
        bens = LiveClient.of(ben);
        bens.await("hello");
    }

    @AfterEach
    void disconnect() {
        bens.close();
    }

    private void awaitRoom(long room) {
        bens.await("room", frame -> frame.getJsonObject("room").getInt("id") == room);
    }

    private static boolean isClosed(JsonObject frame, long room) {
        JsonObject seen = frame.getJsonObject("room");
        return seen.getInt("id") == room && (!seen.containsKey("peer") || seen.isNull("peer"));
    }

    @Test
    void aMessageIsPushedAtTheOtherNodeInItsOrderWithoutItsKey() {
        long room = anna.direct(ben);
        awaitRoom(room);
        for (int i = 1; i <= 5; i++) {
            anna.say(room, "message " + i);
            bens.awaitMessage(room, i);
        }
        assertThat(bens.seqs(room)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(bens.frames("message")).allSatisfy(frame -> assertThat(frame).doesNotContainKey("key"));
    }

    @Test
    void aGroupIsSeenByThoseWhoAreInItFromTheStartWhoComeLaterAndWhoAreRemoved() {
        long group = anna.group("with " + ben.name(), ben);
        awaitRoom(group);
        anna.remove(group, ben).expect(204);
        bens.await("gone", frame -> frame.getInt("room") == group);
        long other = anna.group("without " + ben.name(), nodes().atFirst());
        anna.invite(other, ben).expect(201);
        awaitRoom(other);
        long seq = anna.say(other, "now with you");
        bens.awaitMessage(other, seq);
    }

    @Test
    void anAcknowledgementIsSeenByWhoWatchesTheRoomAndByTheOtherDevice() {
        long room = anna.direct(ben);
        awaitRoom(room);
        long seq = anna.say(room, "read this");
        bens.awaitMessage(room, seq);
        bens.send("type", "watch", "room", room, "on", true);
        try (LiveClient other = LiveClient.of(nodes().deviceAtSecond(anna))) {
            other.await("hello");
            anna.acknowledge(room, seq).expect(200);
            assertThat(other.await("cursor").getInt("cursor")).isEqualTo((int) seq);
            bens.await("cursors", frame -> frame.getJsonObject("cursors").containsKey(anna.name()));
        }
    }

    @Test
    void aDirectRoomThatTheDeletionOfAnAccountClosesIsSeenToBeClosed() {
        long room = anna.direct(ben);
        awaitRoom(room);
        anna.deleteAccount().expect(204);
        bens.await("room", frame -> isClosed(frame, room));
    }

    @Test
    void aSessionThatEndsAtOneNodeEndsAtTheOther() {
        long room = anna.direct(ben);
        Person there = nodes().sameAtSecond(anna);
        try (LiveClient annas = LiveClient.of(there)) {
            annas.await("hello");
            anna.api().delete("/sessions/current").expect(204);
            assertThat(annas.awaitClose()).isEqualTo(4401);
        }
        Await.until("its token is refused", () -> there.api().get("/rooms").status() == 401);
        assertThat(there.send(room, "too late").status()).isEqualTo(401);
        assertThat(ben.log(room)).isEmpty();
    }

    @Test
    void aDeviceTooManyEndsTheSessionThatIsNotUsedForLongestWhereverItIs() {
        try (LiveClient annas = LiveClient.of(anna)) {
            annas.await("hello");
            for (int i = 0; i < 3; i++) {
                nodes().deviceAtSecond(anna);
            }
            assertThat(annas.awaitClose()).isEqualTo(4401);
        }
    }
}
