package chat262.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is put back: what was sent after it is gone, and everybody must notice. */
class ServerRestoreIT {
    @TempDir
    Path folder;

    private Path restored;
    private Person anna;
    private long room;
    private JsonObject before;
    private final String keyAfter = Person.newKey();

    private void restoreABackup() {
        restored = folder.resolve("restored");
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"), settings(""))) {
            anna = Person.join(Api.of(server.url()), "anna");
            room = anna.direct(Person.join(Api.of(server.url()), "ben"));
            before = anna.send(room, "before the backup").expect(201).json();
            server.backUp(restored);
            anna.send(room, "after it", keyAfter).expect(201);
        }
    }

    private static Map<String, String> settings(String tag) {
        Map<String, String> settings = new HashMap<>(Map.of("CHAT_PASSWORD_ITERATIONS", "1024"));
        settings.put("CHAT_RESTORED", tag);
        return settings;
    }

    @Test
    void aStartThatIsToldOfItBeginsANewHistoryOnce() {
        restoreABackup();
        try (ServerProcess server = ServerProcess.start(restored, settings("2026-11-26"))) {
            Answer oldSession = Api.of(server.url()).as(anna.token()).get("/rooms");
            assertThat(oldSession.slug()).contains("not-logged-in");
            Person again = Person.logIn(Api.of(server.url()), "anna");
            assertThat(again.epoch()).isNotEqualTo(anna.epoch());
            assertThat(again.log(room)).containsExactly(before);

            Answer known = again.send(room, "before the backup", before.getString("key"));
            assertThat(known.status()).isEqualTo(200);
            assertThat(known.json()).isEqualTo(before);
            Answer lost = again.send(room, "after it", keyAfter);
            assertThat(lost.status()).isEqualTo(201);
            assertThat(lost.number("seq")).isEqualTo(2);

            server.stop();
            server.start();
            Answer sameHistory = again.api().get("/rooms");
            assertThat(sameHistory.status()).as("the session goes on").isEqualTo(200);
            assertThat(sameHistory.text("epoch")).isEqualTo(again.epoch());
        }
    }

    @Test
    void aTagThatIsNoWordIsRefused() {
        try (JarRun run = JarRun.start(
                folder, Map.of("CHAT_DATA", folder.resolve("data").toString()), "--restored", "on Monday")) {
            assertThat(run.awaitExit()).isEqualTo(2);
            assertThat(run.err()).contains("--restored: \"on Monday\" is not a word");
        }
    }
}
