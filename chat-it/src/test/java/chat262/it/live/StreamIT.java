package chat262.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Fields;
import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LiveServer.class)
class StreamIT {
    private final Person anna = LiveServer.somebody();
    private final Person ben = LiveServer.somebody();
    private final ExecutorService writers = Executors.newCachedThreadPool();
    private final AtomicBoolean enough = new AtomicBoolean();

    @AfterEach
    void stopWriting() {
        enough.set(true);
        writers.shutdown();
    }

    /** Keeps on sending until it is enough; the last seq that was answered. */
    private CompletableFuture<Long> hammer(Person writer, long room) {
        return CompletableFuture.supplyAsync(
                () -> {
                    long last = 0;
                    while (!enough.get()) {
                        last = writer.say(room, "hammer");
                    }
                    return last;
                },
                writers);
    }

    private static Predicate<JsonObject> of(long room) {
        return frame -> frame.getInt("room") == room;
    }

    private static List<Long> fromTo(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void fetchingUpToTheGreetingAndListeningFromThereLeavesNoHole() {
        long room = anna.direct(ben);
        anna.say(room, "the first");
        List<CompletableFuture<Long>> hammers = IntStream.range(0, 4)
                .mapToObj(i -> hammer(i % 2 == 0 ? anna : ben, room))
                .toList();
        List<LiveClient> clients = new ArrayList<>();
        List<Long> greeted = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            LiveClient client = LiveClient.of(ben);
            clients.add(client);
            JsonObject inGreeting = client.await("hello").getJsonArray("rooms").getValuesAs(JsonObject.class).stream()
                    .filter(each -> each.getInt("id") == room)
                    .findFirst()
                    .orElseThrow();
            greeted.add(inGreeting.getJsonNumber("lastSeq").longValueExact());
        }
        enough.set(true);
        long last = hammers.stream().mapToLong(CompletableFuture::join).max().orElseThrow();
        for (int i = 0; i < clients.size(); i++) {
            clients.get(i).awaitMessage(room, last);
            List<Long> pushed = clients.get(i).seqs(room);
            assertThat(pushed).isEqualTo(fromTo(pushed.get(0), last));
            assertThat(pushed.get(0)).isLessThanOrEqualTo(greeted.get(i) + 1);
            clients.get(i).close();
        }
        assertThat(ben.log(room)).hasSize((int) last);
    }

    @Test
    void sixteenWritersAndAnOwnerWhoRenamesAreHeardInOneOrderByAll() {
        long room = anna.group("g." + anna.name(), ben);
        try (LiveClient one = LiveClient.of(anna);
                LiveClient other = LiveClient.of(ben)) {
            one.await("hello");
            other.await("hello");
            List<CompletableFuture<Long>> sixteen = IntStream.range(0, 16)
                    .mapToObj(i -> hammer(i % 2 == 0 ? anna : ben, room))
                    .toList();
            for (int i = 0; i < 20; i++) {
                anna.api()
                        .patch("/rooms/" + room, Fields.of("name", "g." + i + anna.name()))
                        .expect(200);
            }
            enough.set(true);
            long last =
                    sixteen.stream().mapToLong(CompletableFuture::join).max().orElseThrow();
            for (LiveClient client : List.of(one, other)) {
                client.awaitMessage(room, last);
                assertThat(client.seqs(room)).isEqualTo(fromTo(2, last));
            }
            List<JsonObject> log = ben.log(room);
            List<JsonObject> pushed = other.frames("message").stream()
                    .map(frame -> without(frame, "type"))
                    .toList();
            assertThat(pushed).isEqualTo(log.subList(1, pushed.size() + 1));
        }
    }

    private static JsonObject without(JsonObject frame, String field) {
        return Json.createObjectBuilder(frame).remove(field).build();
    }

    @Test
    void aKeyGoesToItsSendersDevicesAndToNobodyElse() {
        long room = anna.direct(ben);
        Person annasPhone = Person.logIn(LiveServer.api(), anna.name());
        try (LiveClient desk = LiveClient.of(anna);
                LiveClient phone = LiveClient.of(annasPhone);
                LiveClient bens = LiveClient.of(ben)) {
            String key = Person.newKey();
            anna.send(room, "mine", key).expect(201);
            assertThat(desk.awaitMessage(room, 1).getString("key")).isEqualTo(key);
            assertThat(phone.awaitMessage(room, 1).getString("key")).isEqualTo(key);
            assertThat(bens.awaitMessage(room, 1)).doesNotContainKey("key");
        }
    }

    @Test
    void theFirstMessageOfANewDirectRoomIsPushedHoweverSoonItComes() {
        try (LiveClient annas = LiveClient.of(anna)) {
            annas.await("hello");
            for (int i = 0; i < 10; i++) {
                Person somebody = LiveServer.somebody();
                long room = somebody.direct(anna);
                long last = somebody.say(room, "at once") + somebody.say(room, "and again") - 1;
                annas.awaitMessage(room, last);
                assertThat(annas.seqs(room)).isEqualTo(fromTo(1, last));
            }
        }
    }

    @Test
    void aPeerWhoDeletesTheAccountIsNoLongerNamed() {
        long room = anna.direct(ben);
        try (LiveClient annas = LiveClient.of(anna)) {
            annas.await("hello");
            ben.api().delete("/accounts/me").expect(204);
            JsonObject frame =
                    annas.await("room", each -> each.getJsonObject("room").getInt("id") == room);
            assertThat(frame.getJsonObject("room").get("peer")).isEqualTo(JsonValue.NULL);
        }
    }

    @Test
    void whoIsRemovedWhilePeopleWriteHearsNothingAfterIt() {
        Person cleo = LiveServer.somebody();
        long room = anna.group("g." + anna.name(), ben, cleo);
        try (LiveClient removed = LiveClient.of(cleo);
                LiveClient stays = LiveClient.of(ben)) {
            removed.await("hello");
            stays.await("hello");
            List<CompletableFuture<Long>> hammers = List.of(hammer(anna, room), hammer(ben, room), hammer(anna, room));
            removed.awaitMessage(room, 20);
            anna.remove(room, cleo).expect(204);
            removed.await("gone", of(room));
            long soFar = stays.seqs(room).get(stays.seqs(room).size() - 1);
            stays.awaitMessage(room, soFar + 50);
            enough.set(true);
            hammers.forEach(CompletableFuture::join);
            List<JsonObject> ofRoom = removed.frames().stream()
                    .filter(frame ->
                            frame.containsKey("seq") || frame.getString("type").equals("gone"))
                    .toList();
            JsonObject last = ofRoom.get(ofRoom.size() - 1);
            JsonObject beforeIt = ofRoom.get(ofRoom.size() - 2);
            assertThat(last.getString("type")).isEqualTo("gone");
            assertThat(beforeIt.getString("kind")).isEqualTo("removed");
            assertThat(removed.isOpen()).isTrue();
        }
    }

    @Test
    void whoComesBackHearsTheRoomAgain() {
        Person cleo = LiveServer.somebody();
        long room = anna.group("g." + anna.name(), ben, cleo);
        try (LiveClient live = LiveClient.of(cleo)) {
            live.await("hello");
            cleo.remove(room, cleo).expect(204);
            live.await("gone", of(room));
            anna.say(room, "cleo doesn't hear this"); // 3
            anna.invite(room, cleo).expect(201); // 4
            anna.say(room, "but this"); // 5
            live.awaitMessage(room, 5);
            assertThat(live.seqs(room)).containsExactly(2L, 4L, 5L);
            JsonObject view =
                    live.await("room", frame -> frame.getJsonObject("room").getInt("id") == room);
            assertThat(view.getJsonObject("room").getInt("since")).isEqualTo(3);
        }
    }

    @Test
    void somebodyElsesRoomIsNeverHeard() {
        Person cleo = LiveServer.somebody();
        long theirs = anna.direct(ben);
        long own = cleo.direct(ben);
        try (LiveClient live = LiveClient.of(cleo)) {
            live.await("hello");
            anna.say(theirs, "for Ben");
            cleo.say(own, "for Ben, too");
            live.awaitMessage(own, 1);
            assertThat(live.seqs(theirs)).isEmpty();
        }
    }
}
