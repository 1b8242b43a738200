package chat262.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Fields;
import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import chat262.it.process.Await;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class FramesIT extends TwoClientsTest {
    private static final AtomicInteger NO_ROOMS = new AtomicInteger(1_000_000_000);

    private static Predicate<JsonObject> view(long room) {
        return frame -> frame.getJsonObject("room").getInt("id") == room;
    }

    /** Waits until the server has done what a client has said so far; sockets are heard side by side. */
    private static void settle(LiveClient client) {
        int noRoom = NO_ROOMS.incrementAndGet();
        client.send("type", "watch", "room", noRoom, "on", true);
        client.await("problem", frame -> frame.getInt("room", 0) == noRoom);
    }

    @Test
    void aDirectRoomAppearsToBothAndIsHeardAtOnce() {
        long room = anna.direct(ben);
        assertThat(bens.await("room", view(room)).getJsonObject("room").getString("peer"))
                .isEqualTo(anna.name());
        assertThat(annas.await("room", view(room)).getJsonObject("room").getString("peer"))
                .isEqualTo(ben.name());
        anna.say(room, "hello");
        assertThat(bens.awaitMessage(room, 1).getString("body")).isEqualTo("hello");
    }

    @Test
    void aGroupAppearsToItsMembersWithItsFirstEntry() {
        long room = anna.group("g." + anna.name(), ben);
        assertThat(bens.awaitMessage(room, 1).getString("kind")).isEqualTo("created");
        assertThat(bens.await("room", view(room)).getJsonObject("room"))
                .isEqualTo(ben.api().get("/rooms").objects("rooms").get(0));
    }

    @Test
    void whoIsInvitedHearsItAndGetsTheRoom() {
        Person cleo = LiveServer.somebody();
        long room = anna.group("g." + anna.name(), cleo);
        anna.say(room, "before Ben");
        anna.invite(room, ben).expect(201);
        assertThat(bens.awaitMessage(room, 3))
                .containsAllEntriesOf(Fields.of("kind", "joined", "username", ben.name()));
        assertThat(bens.await("room", view(room)).getJsonObject("room").getInt("since"))
                .isEqualTo(2);
    }

    @Test
    void aRenamedGroupIsShownToAllItsMembers() {
        long room = anna.group("g." + anna.name(), ben);
        anna.api()
                .patch("/rooms/" + room, Fields.of("name", "new." + anna.name()))
                .expect(200);
        for (LiveClient client : List.of(annas, bens)) {
            client.await(
                    "room",
                    view(room)
                            .and(frame -> frame.getJsonObject("room")
                                    .getString("name")
                                    .equals("new." + anna.name())));
        }
    }

    @Test
    void aCursorIsToldToTheOtherDevicesOnly() {
        long room = anna.direct(ben);
        Person bensPhone = Person.logIn(LiveServer.api(), ben.name());
        try (LiveClient phone = LiveClient.of(bensPhone)) {
            phone.await("hello");
            anna.say(room, "one");
            anna.say(room, "two");
            bens.awaitMessage(room, 2);
            bens.acknowledge(room, 2);
            assertThat(phone.await("cursor")).isEqualTo(Fields.of("type", "cursor", "room", room, "cursor", 2));
            anna.say(room, "three");
            phone.awaitMessage(room, 3);
            bensPhone.acknowledge(room, 3).expect(200);
            bens.await("cursor", frame -> frame.getInt("cursor") == 3);
            assertThat(bens.frames("cursor")).hasSize(1);
            assertThat(phone.frames("cursor")).hasSize(1);
            assertThat(annas.frames("cursor")).isEmpty();
        }
    }

    @Test
    void watchersAreToldOfCursorsOnceASecondAtMost() {
        long room = anna.direct(ben);
        long start = System.nanoTime();
        annas.send("type", "watch", "room", room, "on", true);
        settle(annas);
        for (int i = 1; i <= 30; i++) {
            anna.say(room, "message " + i);
            ben.acknowledge(room, i).expect(200);
        }
        JsonObject last =
                annas.await("cursors", frame -> frame.getJsonObject("cursors").getInt(ben.name(), 0) == 30);
        assertThat(last.getInt("room")).isEqualTo(room);
        assertThat(bens.frames("cursors")).isEmpty();
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertThat(annas.frames("cursors").size()).isLessThanOrEqualTo((int) seconds + 1);
    }

    @Test
    void whoWatchesNoMoreIsToldNoMore() {
        long room = anna.direct(ben);
        annas.send("type", "watch", "room", room, "on", true);
        settle(annas);
        bens.send("type", "typing", "room", room);
        assertThat(annas.await("typing")).isEqualTo(Fields.of("type", "typing", "room", room, "username", ben.name()));
        annas.send("type", "watch", "room", room, "on", false);
        settle(annas);
        anna.say(room, "seen");
        ben.acknowledge(room, 1).expect(200);
        long other = anna.direct(LiveServer.somebody());
        annas.send("type", "watch", "room", other, "on", true);
        settle(annas);
        anna.say(other, "x");
        anna.acknowledge(other, 1).expect(200);
        annas.await("cursors", frame -> frame.getInt("room") == other);
        assertThat(annas.frames("cursors")).hasSize(1);
    }

    @Test
    void nobodyIsToldOfTheirOwnTyping() {
        long room = anna.direct(ben);
        annas.send("type", "watch", "room", room, "on", true);
        bens.send("type", "watch", "room", room, "on", true);
        settle(bens);
        annas.send("type", "typing", "room", room);
        bens.await("typing");
        assertThat(annas.frames("typing")).isEmpty();
    }

    @Test
    void aRoomThatIsNotOnesOwnCanNeitherBeWatchedNorTypedInNorAcknowledged() {
        Person cleo = LiveServer.somebody();
        long room = anna.direct(cleo);
        bens.send("type", "watch", "room", room, "on", true);
        bens.await("problem", problem("not-found"));
        bens.send("type", "typing", "room", room);
        bens.acknowledge(room, 0);
        Await.until("all three are answered", () -> bens.frames("problem").size() == 3);
        assertThat(bens.frames("problem"))
                .allSatisfy(
                        frame -> assertThat(frame).containsAllEntriesOf(Fields.of("slug", "not-found", "room", room)));
    }
}
