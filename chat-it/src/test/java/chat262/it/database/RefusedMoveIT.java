package chat262.it.database;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.bench.depth.Tables;
import chat262.it.process.Await;
import chat262.it.process.JarRun;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Sources and targets that a move refuses, each with a sentence and without a change. */
class RefusedMoveIT {
    private final Installation installation = Installation.shared();

    @Test
    void aSourceOnWhichAServerRuns() {
        assertThat(installation.moveWhileRunning.err()).contains("is in use by another server (process ");
    }

    @Test
    void aFolderThatDoesNotExistAndIsNotMade() {
        Path folder = installation.newFolder();
        assertRefused(folder, installation.postgres.url(), "262chat: there is no folder " + folder);
        assertThat(folder).doesNotExist();
    }

    @Test
    void aFolderWithoutDerby() throws IOException {
        Path folder = Files.createDirectory(installation.newFolder());
        assertRefused(folder, installation.postgres.url(), "has no Derby database (" + folder.resolve("db") + ")");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aSourceWithAnotherSchema() throws SQLException {
        Path older = installation.copyOfSource();
        change(older, "DELETE FROM databasechangelog WHERE id = 'unfinished-move'");
        assertRefused(
                older,
                installation.postgres.url(),
                "have an older schema; start this version on them once, and stop it: java -jar chat-server.jar --data "
                        + older);
        Path newer = installation.copyOfSource();
        change(newer, "UPDATE databasechangelog SET id = 'from-the-future' WHERE id = 'unfinished-move'");
        assertRefused(newer, installation.postgres.url(), "a newer version has used the data in " + newer);
    }

    private static void change(Path data, String sql) throws SQLException {
        try (Tables derby = new Tables(data)) {
            derby.update(sql);
        }
    }

    @Test
    void aTargetWithOtherData() {
        String database = installation.databaseWithTables();
        installation.postgres.execute(database, "INSERT INTO account (username, created_at) VALUES ('zoe', 1)");
        assertRefused(installation.copyOfSource(), installation.postgres.url(database), "has accounts already");
    }

    @Test
    void aTargetWithAPartOfOtherData() {
        String database = installation.databaseWithTables();
        installation.postgres.execute(
                database,
                "INSERT INTO unfinished_move (id, attempt, run, epoch, source) VALUES (1, 'a', 'b', 'c', '/var/lib/other')");
        assertRefused(
                installation.copyOfSource(),
                installation.postgres.url(database),
                "has a part of the data of /var/lib/other, whose move has not ended");
    }

    @Test
    void aTargetThatAServerUses() {
        String database = installation.databaseWithTables();
        installation.postgres.execute(
                database,
                "INSERT INTO node (id, version, level, started_at, heard_at)"
                        + " SELECT 'n', '1', 1, now, now FROM (SELECT CAST(EXTRACT(EPOCH FROM now()) * 1000 AS bigint) + 60000 AS now) t");
        assertRefused(installation.copyOfSource(), installation.postgres.url(database), "a server uses postgresql://");
    }

    @Test
    void aTargetThatAServerHasStartedOnWhileTheMoveBegan() throws Exception {
        String database = installation.databaseWithTables();
        String url = installation.postgres.url(database);
        Breakpoint mark = Breakpoint.atInsert(installation.postgres, database, "unfinished_move", "TRUE");
        try (JarRun move = installation.move(installation.copyOfSource(), url)) {
            mark.awaitReached(1);
            try (ServerProcess server = Installation.start(installation.newFolder(), url)) {
                mark.release();
                assertThat(move.awaitExit()).as(move.err()).isEqualTo(1);
                assertThat(move.err()).contains("a server uses postgresql://");
                assertThat(server.isAlive()).isTrue();
            }
        }
        Installation.start(installation.newFolder(), url).close(); // nothing keeps it from that
    }

    /** The other half of the same: this one comes later than the move. */
    @Test
    void aServerThatHadLookedForAMoveBeforeItBeganLooksOnceMore() throws Exception {
        String database = installation.databaseWithTables();
        Breakpoint row = Breakpoint.atInsert(installation.postgres, database, "node", "TRUE");
        try (JarRun server = installation.server(installation.newFolder(), installation.postgres.url(database))) {
            row.awaitReached(1);
            installation.postgres.execute(
                    database,
                    "INSERT INTO unfinished_move (id, attempt, run, epoch, source) VALUES (1, 'a', 'r', 'e', '/source')");
            row.release();
            assertThat(server.awaitExit()).as(server.err()).isEqualTo(1);
            assertThat(server.err()).contains("The data of /source are being moved to this database");
        }
    }

    @Test
    void aTargetThatCanNotStoreEveryText() {
        String database = installation.newName();
        installation.postgres.execute(
                "CREATE DATABASE " + database + " ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        assertRefused(
                installation.copyOfSource(),
                installation.postgres.url(database),
                "has the encoding LATIN1, which can't store");
    }

    @Test
    void aTargetThatMayLoseWhatItConfirms() {
        String database = installation.emptyDatabase();
        installation.postgres.execute("ALTER DATABASE " + database + " SET synchronous_commit = off");
        assertRefused(
                installation.copyOfSource(),
                installation.postgres.url(database),
                "PostgreSQL has synchronous_commit = off");
    }

    @Test
    void aTargetThatIsNotThere() {
        String nowhere = "postgresql://chat:secret@127.0.0.1:" + ServerProcess.freePort() + "/chat";
        assertRefused(installation.copyOfSource(), nowhere, "can't reach PostgreSQL at 127.0.0.1 port ");
        assertRefused(
                installation.copyOfSource(),
                installation.postgres.url("nothing"),
                "database \"nothing\" does not exist");
    }

    @Test
    void aWrongPassword() throws IOException {
        installation.postgres.execute("CREATE ROLE guarded LOGIN PASSWORD 'right'");
        Path rules = installation.postgres.data().resolve("pg_hba.conf");
        Files.writeString(rules, "host all guarded all scram-sha-256\n" + Files.readString(rules));
        installation.postgres.execute("SELECT pg_reload_conf()");
        String jdbc = "jdbc:" + installation.postgres.url().replace("postgres@", "");
        Await.until("the rules are in force", () -> !isAccepted(jdbc));
        String url = installation.postgres.url().replace("postgres@", "guarded:wrong@");
        String said = assertRefused(
                installation.copyOfSource(),
                url,
                "as guarded: password authentication failed for user \"guarded\"; set CHAT_DB_PASSWORD");
        assertThat(said).doesNotContain("wrong");
    }

    private static boolean isAccepted(String jdbc) {
        try (Connection connection = DriverManager.getConnection(jdbc, "guarded", "wrong")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Exactly one line, so that it is no stack trace. */
    private String assertRefused(Path from, String to, String why) {
        try (JarRun move = installation.move(from, to)) {
            assertThat(move.awaitExit()).as(move.err()).isEqualTo(1);
            assertThat(move.err()).contains(why).hasLineCount(1);
            assertThat(move.out()).isEmpty();
            assertThat(from.resolve("moved.txt")).doesNotExist();
            return move.err();
        }
    }
}
