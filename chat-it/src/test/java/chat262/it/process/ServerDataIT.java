package chat262.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the data of a server that was killed right after its last answer. */
class ServerDataIT {
    private static final Map<String, String> SETTINGS =
            Map.of("CHAT_PASSWORD_ITERATIONS", "1024", "CHAT_START_TIMEOUT", "300");

    @TempDir
    static Path folder;

    private static Path killed;
    private static String epoch;
    private static String token;
    private static long room;
    private static String key;
    private static JsonObject lastMessage;

    @BeforeAll
    static void killAServer() {
        killed = folder.resolve("killed");
        try (ServerProcess server = ServerProcess.start(killed, SETTINGS)) {
            Api nobody = Api.of(server.url());
            Person anna = Person.join(nobody, "anna");
            Person ben = Person.join(nobody, "ben");
            room = anna.direct(ben);
            for (int n = 1; n < 20; n++) {
                anna.say(room, "message " + n);
            }
            ben.acknowledge(room, 7).expect(200);
            token = nobody.post(
                            "/sessions", Fields.of("username", "ben", "password", Person.PASSWORD, "takeOver", true))
                    .expect(201)
                    .text("token");
            epoch = anna.epoch();
            key = Person.newKey();
            lastMessage = anna.send(room, "the last one", key).expect(201).json();
            server.kill();
        }
    }

    private static Path copy(String name) {
        Path to = folder.resolve(name);
        Folders.copy(killed, to);
        return to;
    }

    @Test
    void whateverWasAnsweredIsThereAfterAKill() throws IOException {
        try (ServerProcess server = ServerProcess.start(copy("again"), SETTINGS)) {
            assertThat(loadedClasses(server.pid()))
                    .as("the schema is the newest, so Liquibase is not even loaded")
                    .contains("chat262.schema.SchemaVersion")
                    .doesNotContain("liquibase.Liquibase");
            Api ben = Api.of(server.url()).as(token);
            Answer page = ben.get("/rooms/" + room + "/messages?after=0");
            assertThat(page.status()).as("a session survives").isEqualTo(200);
            assertThat(page.text("epoch")).isEqualTo(epoch);
            assertThat(page.number("cursor")).isEqualTo(7);
            List<JsonObject> messages = page.objects("messages");
            assertThat(messages)
                    .extracting(message -> message.getInt("seq"))
                    .hasSize(20)
                    .isSorted();
            assertThat(messages.get(19).getString("body")).isEqualTo("the last one");

            Person anna = Person.logIn(Api.of(server.url()), "anna");
            Answer repeat = anna.send(room, "the last one", key);
            assertThat(repeat.status()).isEqualTo(200);
            assertThat(repeat.json()).isEqualTo(lastMessage);
            assertThat(anna.say(room, "and one more")).isEqualTo(21);
        }
    }

    private static String loadedClasses(long pid) throws IOException {
        String jcmd = Artefacts.java().resolveSibling("jcmd").toString();
        Process asked = new ProcessBuilder(jcmd, String.valueOf(pid), "VM.class_hierarchy")
                .redirectErrorStream(true)
                .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A client gives up a message for good after any other 4xx than 401, 408 and 429; so there must be none. */
    @Test
    void whileItStartsAndStopsNothingIsRefusedForGood() throws Exception {
        Path data = copy("started-and-stopped");
        int port = ServerProcess.freePort();
        Path run = Files.createDirectory(folder.resolve("third-run"));
        try (JarRun server = JarRun.start(
                        run,
                        Map.of("CHAT_DATA", data.toString(), "CHAT_START_TIMEOUT", "300"),
                        "--port=" + port,
                        "--password-iterations=1024");
                Calls calls = new Calls(
                        Api.of(URI.create("http://127.0.0.1:" + port + "/")).as(token), room)) {
            server.awaitText("262chat is ready at ");
            calls.awaitStatus(200);
            server.stop(Duration.ofSeconds(60));
            calls.stop();
            assertThat(calls.statuses()).contains(503, 200).isSubsetOf(200, 201, 503);
        }
    }

    @Test
    void migratingToEmptyTakesEverythingBackAndTheNextStartBeginsAnew() throws IOException {
        Path data = copy("migrated");
        Path run = Files.createDirectory(folder.resolve("run"));
        try (JarRun migration = JarRun.start(
                run, Map.of("CHAT_DATA", data.toString(), "CHAT_START_TIMEOUT", "300"), "migrate", "--to", "empty")) {
            assertThat(migration.awaitExit()).as(migration.err()).isZero();
            assertThat(migration.out()).contains("back at empty");
        }
        try (ServerProcess server = ServerProcess.start(data, SETTINGS)) {
            Api nobody = Api.of(server.url());
            assertThat(nobody.as(token).get("/rooms").slug()).contains("not-logged-in");
            Person anna = Person.join(nobody, "anna");
            assertThat(anna.epoch()).isNotEqualTo(epoch);
            assertThat(anna.api().get("/rooms").objects("rooms")).isEmpty();
        }
    }

    @Test
    void migratingToATagThatIsNoneChangesNothing() throws IOException {
        Path data = copy("untouched");
        Path run = Files.createDirectory(folder.resolve("second-run"));
        try (JarRun migration = JarRun.start(
                run,
                Map.of("CHAT_DATA", data.toString(), "CHAT_START_TIMEOUT", "300"),
                "migrate",
                "--to",
                "no-such-tag")) {
            assertThat(migration.awaitExit()).isEqualTo(1);
            assertThat(migration.out()).isEmpty();
            assertThat(migration.err()).contains("no-such-tag");
        }
    }
}
