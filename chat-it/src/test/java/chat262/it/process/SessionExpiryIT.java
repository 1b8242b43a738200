package chat262.it.process;

import static chat262.it.contract.Refusals.assertRefused;

import chat262.it.TouchesStorage;
import chat262.it.client.Api;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thirty days pass in the table of sessions; on a PostgreSQL, because one can write into it beside the server. */
@TouchesStorage
class SessionExpiryIT {
    private static final Duration LIFE = Duration.ofDays(30);

    /** For two seconds the server remembers whose a token is without looking. */
    private static final long LONGER_THAN_REMEMBERED_MILLIS = 2_500;

    @TempDir
    static Path folder;

    private static PostgresProcess database;
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        database = PostgresProcess.start(folder.resolve("postgresql"));
        server = ServerProcess.start(
                folder.resolve("data"), Map.of("CHAT_DB", database.url(), "CHAT_PASSWORD_ITERATIONS", "1024"));
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    @Test
    void aSessionThatWasNotUsedForThirtyDaysHasEndedAndLocksNobodyOut() {
        Person anna = Person.join(Api.of(server.url()), "anna");
        pass(anna, LIFE.plusSeconds(1));
        assertRefused(anna.api().get("/rooms"), "not-logged-in");
        Api.of(server.url())
                .post("/sessions", Fields.of("username", "anna", "password", Person.PASSWORD))
                .expect(201);
    }

    @Test
    void aSessionThatIsUsedOnTheThirtiethDayGoesOnFromThere() throws InterruptedException {
        Person ben = Person.join(Api.of(server.url()), "ben");
        pass(ben, LIFE.minusHours(1));
        ben.api().get("/rooms").expect(200);
        pass(ben, Duration.ofHours(2));
        Thread.sleep(LONGER_THAN_REMEMBERED_MILLIS);
        ben.api().get("/sessions").expect(200);
    }

    private static void pass(Person person, Duration time) {
        database.execute("UPDATE session SET last_used_at = last_used_at - " + time.toMillis() + " WHERE id = "
                + person.sessionId());
    }
}
