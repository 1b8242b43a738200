package chat262.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens in time windows that are too short to be hit by chance. */
class RaceWindowsIT {
    private static final int FLOODED = 1008;
    private static final int ROUNDS = 5;

    private final AgentFolder agent = AgentServer.shared().agent();

    private Person anna;
    private Person ben;

    @BeforeEach
    void join() {
        anna = AgentServer.shared().somebody();
        ben = AgentServer.shared().somebody();
    }

    @AfterEach
    void rest() {
        agent.rest();
    }

    private List<Long> groups() {
        return IntStream.range(0, ROUNDS)
                .mapToObj(i -> anna.group(anna.name() + "." + i, ben))
                .toList();
    }

    @Test
    void aViewOfARoomThatComesLateIsNotShownToWhoIsGone() {
        List<Long> groups = groups();
        try (LiveClient bens = LiveClient.of(ben)) {
            bens.await("hello");
            agent.delayViews();
            for (long group : groups) {
                anna.api()
                        .patch("/rooms/" + group, Fields.of("name", anna.name() + "." + group))
                        .expect(200);
                anna.remove(group, ben).expect(204);
                bens.await("gone", frame -> frame.getInt("room") == group);
            }
            long direct = anna.direct(ben);
            bens.await("room", frame -> frame.getJsonObject("room").getInt("id") == direct);
            for (long group : groups) {
                assertThat(afterGone(bens.frames(), group)).isEmpty();
            }
        }
    }

    private static List<JsonObject> afterGone(List<JsonObject> frames, long group) {
        int gone = frames.indexOf(Fields.of("type", "gone", "room", group));
        return frames.subList(gone + 1, frames.size()).stream()
                .filter(frame -> frame.getString("type").equals("room"))
                .filter(frame -> frame.getJsonObject("room").getInt("id") == group)
                .toList();
    }

    @Test
    void whoSendsFramesFasterThanTheyAreTakenLosesTheConnection() {
        long room = anna.direct(ben);
        try (LiveClient bens = LiveClient.of(ben)) {
            bens.await("hello");
            agent.delayFrames();
            flood(bens, room);
            assertThat(bens.awaitClose()).isEqualTo(FLOODED);
        }
        agent.rest();
        try (LiveClient bens = LiveClient.of(ben)) {
            bens.await("hello");
        }
    }

    private static void flood(LiveClient client, long room) {
        try {
            for (int i = 0; i < 10_000 && client.isOpen(); i++) {
                client.send("type", "typing", "room", room);
            }
        } catch (RuntimeException e) {
            // The server may have closed before all of them were sent.
            assertThat(e).hasMessageContaining("Exception");
        }
    }

    @Test
    void whoIsRemovedWhileTheyReadGetsNothingThatCameAfterwards() {
        for (long group : groups()) {
            agent.delayReads();
            CompletableFuture<Answer> fetch = CompletableFuture.supplyAsync(() -> ben.fetch(group, "after=0"));
            CompletableFuture<Answer> view = CompletableFuture.supplyAsync(() -> ben.room(group));
            anna.remove(group, ben).expect(204);
            anna.say(group, "now that Ben is gone");
            agent.rest();
            assertThat(fetch.join().body()).doesNotContain("now that Ben is gone");
            assertThat(view.join().body()).doesNotContain("now that Ben is gone");
        }
    }

    @Test
    void aThreadThatRanOutOfMemoryOnceGoesOn() {
        long room = anna.direct(ben);
        try (LiveClient annas = LiveClient.of(anna);
                LiveClient bens = LiveClient.of(ben)) {
            annas.await("hello");
            bens.await("hello");
            annas.send("type", "watch", "room", room, "on", true);
            agent.useUpMemory();
            for (int i = 1; i <= 3; i++) {
                assertThat(anna.say(room, "message " + i)).isEqualTo(i);
            }
            bens.awaitMessage(room, 3);
            bens.acknowledge(room, 3);
            annas.await("cursors", frame -> frame.getJsonObject("cursors").getInt(ben.name(), 0) == 3);
        }
    }
}
