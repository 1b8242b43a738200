package chat262.it.database;

import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.Artefacts;
import chat262.it.process.JarRun;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An installation on Derby that goes on with PostgreSQL. */
class MoveIT {
    private final Installation installation = Installation.shared();

    @Test
    void clientsNoticeNothing() {
        Path data = installation.copyOfSource();
        String database = installation.postgres.url(installation.emptyDatabase());
        try (JarRun move = installation.move(data, database)) {
            assertThat(move.awaitExit()).as(move.err()).isZero();
            assertThat(move.out()).startsWith("the data of " + data).contains("start the server with --db");
            assertThat(move.err()).contains("copied message: ", "checked message: ");
        }
        try (ServerProcess postgres = Installation.start(data, database)) {
            Person anna = Installation.at(postgres, installation.anna);
            Person ben = Installation.at(postgres, installation.ben);
            assertThat(ben.api().get("/rooms").json())
                    .as("session, epoch, cursors")
                    .isEqualTo(installation.roomsOfBen);
            assertThat(anna.log(installation.direct)).isEqualTo(installation.directLog);
            assertThat(anna.log(installation.group)).isEqualTo(installation.groupLog);
            repeatsAreKnown(anna);
            everythingGoesOn(Api.of(postgres.url()), anna, ben);
        }
    }

    private void repeatsAreKnown(Person anna) {
        Answer repeat = anna.send(installation.group, "sent under a key", installation.key);
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.json()).isEqualTo(installation.keyed);
        assertRefused(anna.send(installation.group, "another text", installation.key), "key-reused");
        Answer opened = anna.api().keyed(installation.keyOfDirectRoom).put("/rooms/direct/ben");
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.number("id")).isEqualTo(installation.direct);
    }

    private void everythingGoesOn(Api nobody, Person anna, Person ben) {
        long last = anna.room(installation.direct).number("lastSeq");
        assertThat(anna.say(installation.direct, "after the move")).isEqualTo(last + 1);
        Person again = Person.join(nobody, "carl");
        assertThat(again.accountId()).as("higher than all before").isGreaterThan(ben.accountId() + 2);
        assertThat(again.api().get("/rooms").objects("rooms")).isEmpty();
        assertThat(again.direct(anna)).isGreaterThan(Math.max(installation.direct, installation.group));
        assertThat(Person.logIn(nobody, "ben").sessionId()).isGreaterThan(again.sessionId());
    }

    /** As on a production machine, with nothing but the jar. */
    @Test
    void theSourceRefusesToStartUntilItsMarkIsDeleted() throws IOException {
        Path data = installation.copyOfSource();
        String database = installation.emptyDatabase();
        moveWithOneJar(data, installation.postgres.url(database));
        assertThat(data.resolve("tmp")).as("nothing is left of the libraries").isEmptyDirectory();
        try (JarRun refused = installation.server(data, "derby")) {
            assertThat(refused.awaitExit()).isEqualTo(1);
            assertThat(refused.err())
                    .contains(
                            "were moved to postgresql://127.0.0.1:",
                            "/" + database,
                            "delete " + data.resolve("moved.txt"));
        }
        Files.delete(data.resolve("moved.txt"));
        try (ServerProcess derby = Installation.start(data, "derby")) {
            Person anna = Installation.at(derby, installation.anna);
            assertThat(anna.room(installation.direct).status()).isEqualTo(200);
        }
        assertThat(data.resolve("move.id")).doesNotExist();
    }

    private void moveWithOneJar(Path data, String database) {
        try (JarRun move = JarRun.ofOneJar(
                Artefacts.serverJar(),
                installation.newFolder(),
                Map.of(),
                "move",
                "--from=" + data,
                "--to=" + database)) {
            assertThat(move.awaitExit()).as(move.err()).isZero();
        }
    }
}
