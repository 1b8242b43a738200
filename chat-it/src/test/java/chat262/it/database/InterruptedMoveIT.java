package chat262.it.database;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Keys;
import chat262.it.bench.depth.Tables;
import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.Await;
import chat262.it.process.JarRun;
import chat262.it.process.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Moves that end before they are done, and others that go on with them. */
class InterruptedMoveIT {
    private static final int MESSAGES = 9_000;
    private static final int IN_THE_MIDDLE = 5_001;
    private static final String ROWS =
            "SELECT room_id, seq, kind, sender_id, sent_at, body, subject_id, client_key, fingerprint"
                    + " FROM message ORDER BY room_id, seq";

    private final Installation installation = Installation.shared();

    @Test
    void aMoveThatIsKilledInTheMiddleOfATableGoesOnWhereItStopped() throws Exception {
        Path data = withManyMessages();
        String database = installation.databaseWithTables();
        Breakpoint middle =
                Breakpoint.atInsert(installation.postgres, database, "message", "NEW.seq = " + IN_THE_MIDDLE);
        try (JarRun killed = installation.move(data, installation.postgres.url(database))) {
            middle.awaitReached(1);
            killed.awaitText("copying message: 4");
            killed.kill();
        }
        assertThat(rows(database)).hasSizeBetween(4_000, IN_THE_MIDDLE);
        try (JarRun next = installation.move(data, installation.postgres.url(database))) {
            // The last transaction of the killed one has not ended yet.
            middle.awaitReached(2);
            middle.release();
            assertThat(next.awaitExit()).as(next.err()).isZero();
            assertThat(next.err()).startsWith("going on to copy ");
        }
        assertSameMessages(data, database);
    }

    @Test
    void aMoveThatIsKilledWhileTheSchemaIsMadeLeavesNothing() throws Exception {
        Path data = installation.copyOfSource();
        String database = installation.emptyDatabase();
        Breakpoint schema = Breakpoint.atCreationOf(installation.postgres, database, "message");
        try (JarRun killed = installation.move(data, installation.postgres.url(database))) {
            schema.awaitReached(1);
            killed.kill();
        }
        schema.release();
        try (JarRun next = installation.move(data, installation.postgres.url(database))) {
            assertThat(next.awaitExit()).as(next.err()).isZero();
            assertThat(next.err()).startsWith("copying ");
        }
        assertSameMessages(data, database);
    }

    @Test
    void betweenTheMarkOfTheSourceAndTheEndNoServerStartsOnEither() throws Exception {
        Path data = installation.copyOfSource();
        String database = installation.databaseWithTables();
        Breakpoint end = Breakpoint.atDelete(installation.postgres, database, "unfinished_move");
        try (JarRun killed = installation.move(data, installation.postgres.url(database))) {
            end.awaitReached(1);
            killed.kill();
        }
        end.release();
        assertRefused(installation.server(data, "derby"), "were moved to postgresql://");
        assertRefused(
                installation.server(installation.newFolder(), installation.postgres.url(database)),
                "The data of " + data + " are being moved to this database");
        try (JarRun next = installation.move(data, installation.postgres.url(database))) {
            assertThat(next.awaitExit()).as(next.err()).isZero();
        }
        assertRefused(installation.move(data, installation.postgres.url(database)), "were moved to postgresql://");
        try (ServerProcess server = ServerProcess.start(data, Map.of("CHAT_DB", installation.postgres.url(database)))) {
            assertThat(Installation.at(server, installation.anna).log(installation.direct))
                    .hasSize(Installation.TEXTS.size());
        }
    }

    @Test
    void aServerOnTheSourceInBetweenMakesTheMoveBeginAnew() throws Exception {
        Path data = installation.copyOfSource();
        String database = installation.databaseWithTables();
        Breakpoint last = Breakpoint.atInsert(installation.postgres, database, "message", "NEW.body = 'to all'");
        try (JarRun killed = installation.move(data, installation.postgres.url(database))) {
            last.awaitReached(1);
            killed.kill();
        }
        last.release();
        try (ServerProcess server = ServerProcess.start(data, Installation.SETTINGS)) {
            Person.join(Api.of(server.url()), "eve");
            Installation.at(server, installation.ben)
                    .acknowledge(installation.direct, 5)
                    .expect(200);
        }
        try (JarRun next = installation.move(data, installation.postgres.url(database))) {
            assertThat(next.awaitExit()).as(next.err()).isZero();
            assertThat(next.err()).startsWith("copying anew");
        }
        assertSameMessages(data, database);
    }

    @Test
    void aDatabaseThatGoesAwayInterruptsTheMove() throws Exception {
        Path data = installation.copyOfSource();
        String database = installation.databaseWithTables();
        Breakpoint begin = Breakpoint.atInsert(installation.postgres, database, "message", "NEW.seq = 1");
        try (JarRun interrupted = installation.move(data, installation.postgres.url(database))) {
            begin.awaitReached(1);
            installation.postgres.kill();
            assertThat(interrupted.awaitExit()).isEqualTo(1);
            assertThat(interrupted.err()).contains("262chat: the move is interrupted: ", "run the same command again");
        } finally {
            installation.postgres.start();
        }
        try (JarRun next = installation.move(data, installation.postgres.url(database))) {
            assertThat(next.awaitExit()).as(next.err()).isZero();
        }
        assertSameMessages(data, database);
    }

    @Test
    void aRowThatIsNotTheSameIsNamedAndNothingIsMarked() throws Exception {
        Path data = installation.copyOfSource();
        String database = installation.databaseWithTables();
        installation.postgres.execute(database, """
                CREATE FUNCTION change() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN NEW.body := upper(NEW.body); RETURN NEW; END $$;
                CREATE TRIGGER change BEFORE INSERT ON message
                FOR EACH ROW WHEN (NEW.seq = 1 AND NEW.kind = 'text') EXECUTE FUNCTION change()""");
        String wrong = "the row of message with room_id %d, seq 1 has another body".formatted(installation.direct);
        assertRefused(installation.move(data, installation.postgres.url(database)), wrong);
        installation.postgres.execute(database, "DROP TRIGGER change ON message");
        assertRefused(installation.move(data, installation.postgres.url(database)), wrong);
        assertThat(data.resolve("moved.txt")).doesNotExist();

        Files.delete(data.resolve("move.id"));
        try (JarRun next = installation.move(data, installation.postgres.url(database))) {
            assertThat(next.awaitExit()).as(next.err()).isZero();
        }
        assertSameMessages(data, database);
    }

    private static void assertRefused(JarRun run, String why) {
        try (run) {
            assertThat(run.awaitExit()).as(run.err()).isEqualTo(1);
            assertThat(run.err()).contains(why);
        }
    }

    private Path withManyMessages() throws SQLException {
        Path data = installation.copyOfSource();
        try (Tables tables = new Tables(data)) {
            tables.insert(
                    "message (room_id, seq, kind, sender_id, sent_at, body, client_key, fingerprint)",
                    MESSAGES,
                    i -> new Object[] {
                        installation.group,
                        100 + i,
                        "text",
                        installation.ben.accountId(),
                        i,
                        "text 🚀 " + i,
                        Keys.make(),
                        "f"
                    });
        }
        return data;
    }

    /** What the move has compared itself, compared once more and without it. */
    private void assertSameMessages(Path data, String database) throws SQLException {
        Await.until(
                "the process has let go of Derby",
                () -> !Files.exists(data.resolve("db").resolve("db.lck")));
        List<String> source = new ArrayList<>();
        try (Tables derby = new Tables(data)) {
            source.addAll(derby.rows(ROWS));
        }
        assertThat(rows(database)).isEqualTo(source);
    }

    private List<String> rows(String database) throws SQLException {
        try (Connection connection = installation.postgres.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ROWS)) {
            return Tables.lines(rows);
        }
    }
}
