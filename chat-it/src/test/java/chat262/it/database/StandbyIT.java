package chat262.it.database;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.Await;
import chat262.it.process.PostgresProcess;
import chat262.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that is lost with its disk, and its synchronous standby, which takes over its address. */
class StandbyIT {
    private static final int BEFORE = 50;
    private static final int AFTER = 20;
    private static final String TEXT = "sent around the loss of a database";

    @TempDir
    Path folder;

    /** The seqs that were answered, by key. */
    private final Map<String, Long> accepted = new ConcurrentHashMap<>();

    private volatile boolean enough;

    @Test
    void aSynchronousStandbyHasEveryMessageThatWasAcceptedAndTheSameEpoch() throws InterruptedException {
        try (PostgresProcess primary = PostgresProcess.start(folder.resolve("primary"));
                PostgresProcess standby = primary.startStandby(folder.resolve("standby"));
                ServerProcess server = ServerProcess.start(folder.resolve("node"), Map.of("CHAT_DB", primary.url()))) {
            primary.awaitSynchronousStandby();
            Person anna = Person.join(Api.of(server.url()), "anna");
            long room = anna.direct(Person.join(Api.of(server.url()), "ben"));
            Thread sender = new Thread(() -> sendOneAfterTheOther(anna, room));
            sender.start();
            Await.until("some are accepted", () -> accepted.size() >= BEFORE);

            primary.kill();
            int acceptedBefore = accepted.size();
            standby.takeOver(primary);

            Await.until("more are accepted", () -> accepted.size() >= acceptedBefore + AFTER);
            enough = true;
            sender.join();
            assertThat(seqsInLog(anna, room)).isEqualTo(new TreeMap<>(accepted));
            assertThat(anna.fetch(room).text("epoch")).isEqualTo(anna.epoch());
        }
    }

    /** As a client does it: a message that was not answered is sent again under its key, and only then comes the next one. */
    private void sendOneAfterTheOther(Person sender, long room) {
        while (!enough) {
            String key = Person.newKey();
            Await.until("a message is accepted", () -> isAccepted(sender, room, key));
        }
    }

    private boolean isAccepted(Person sender, long room, String key) {
        try {
            Answer answer = sender.send(room, TEXT, key);
            boolean stored = answer.status() == 200 || answer.status() == 201;
            if (stored) {
                accepted.put(key, answer.number("seq"));
            }
            return stored;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static Map<String, Long> seqsInLog(Person sender, long room) {
        List<JsonObject> log = sender.log(room);
        return log.stream()
                .collect(Collectors.toMap(
                        entry -> entry.getString("key"),
                        entry -> entry.getJsonNumber("seq").longValueExact(),
                        (one, other) -> {
                            throw new IllegalStateException("a key is in the log twice");
                        },
                        TreeMap::new));
    }
}
