package chat262.it.durability;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.Await;
import chat262.it.process.PostgresProcess;
import chat262.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away, and stays away for longer than anybody waits. */
class DatabaseAwayIT {
    @TempDir
    Path folder;

    @Test
    void whatIsSentMeanwhileIsUnavailableAndStoredOnceWhenTheDatabaseIsBack() {
        try (PostgresProcess database = PostgresProcess.start(folder.resolve("postgresql"));
                ServerProcess server = ServerProcess.start(
                        folder.resolve("data"),
                        Map.of("CHAT_DB", database.url(), "CHAT_PASSWORD_ITERATIONS", "1024"))) {
            Person anna = Person.join(Api.of(server.url()), "anna");
            long room = anna.direct(Person.join(Api.of(server.url()), "ben"));
            anna.say(room, "before");
            database.kill();

            List<String> keys =
                    IntStream.range(0, 3).mapToObj(i -> Person.newKey()).toList();
            for (String key : keys) {
                Answer away = anna.send(room, "meanwhile " + key, key);
                assertThat(away.status()).as("%s", away).isEqualTo(503);
                assertThat(away.slug()).as("%s", away).contains("unavailable");
                assertThat(away.header("Retry-After")).isPresent();
            }
            assertThat(anna.acknowledge(room, 1).slug()).contains("unavailable");

            database.start();
            for (String key : keys) {
                sendUntilItIsThere(anna, room, key);
            }
            anna.acknowledge(room, 1).expect(200);
            List<JsonObject> log = anna.log(room);
            assertThat(log).extracting(entry -> entry.getInt("seq")).containsExactly(1, 2, 3, 4);
            assertThat(log.subList(1, 4))
                    .extracting(entry -> entry.getString("key"))
                    .isEqualTo(keys);
        }
    }

    private static void sendUntilItIsThere(Person sender, long room, String key) {
        AtomicReference<Answer> answer = new AtomicReference<>();
        Await.until("the database is back", () -> {
            answer.set(sender.send(room, "meanwhile " + key, key));
            return answer.get().status() != 503;
        });
        answer.get().expect(200, 201);
    }
}
