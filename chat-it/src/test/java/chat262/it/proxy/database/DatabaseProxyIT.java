package chat262.it.proxy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat262.it.process.Await;
import chat262.it.process.PostgresProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** The fault runs on several nodes rely on what the proxy does to a connection, and on nothing else happening to it. */
class DatabaseProxyIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static PostgresProcess postgres;

    private DatabaseProxy proxy;

    @BeforeAll
    static void start() {
        postgres = PostgresProcess.start(folder.resolve("postgresql"));
        postgres.execute("CREATE TABLE stored (name varchar(20))");
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @BeforeEach
    void openProxy() {
        postgres.execute("DELETE FROM stored");
        proxy = DatabaseProxy.of(postgres.port(), 262);
    }

    @AfterEach
    void closeProxy() {
        proxy.close();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + postgres.url(proxy.port()).replace("postgres@", "") + "?user=postgres");
    }

    /** A connection in a transaction that has inserted a row. */
    private Connection inserting(String name) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            connection.createStatement().execute("INSERT INTO stored VALUES ('" + name + "')");
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> stored() {
        try (Connection connection = postgres.connect();
                ResultSet rows = connection.createStatement().executeQuery("SELECT name FROM stored ORDER BY name")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCommitThatIsAskedForAndNeverArrivesStoresNothing() throws Exception {
        try (Connection connection = inserting("a")) {
            CompletableFuture<Boolean> seen = atNextCommit(CommitMoment.ASKED_FOR, false, () -> {});
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            assertThat(seen.get()).isTrue();
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void aCommitThatIsAskedForWaitsUntilTheActionIsDoneAndThenArrives() throws Exception {
        List<String> before = new ArrayList<>();
        try (Connection connection = inserting("a")) {
            CompletableFuture<Boolean> seen = atNextCommit(CommitMoment.ASKED_FOR, true, () -> before.addAll(stored()));
            connection.commit();
            assertThat(seen.get()).isTrue();
        }
        assertThat(before).isEmpty();
        assertThat(stored()).containsExactly("a");
    }

    @Test
    void aCommitIsDoneBeforeItsClientKnows() throws Exception {
        List<String> before = new ArrayList<>();
        try (Connection connection = inserting("a")) {
            CompletableFuture<Boolean> seen = atNextCommit(CommitMoment.DONE, false, () -> before.addAll(stored()));
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            assertThat(seen.get()).isTrue();
        }
        assertThat(before).containsExactly("a");
    }

    @Test
    void aTransactionThatHasInsertedNothingIsNoCommitAndPreparedStatementsAreKnown() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(proxy.atNextCommit(CommitMoment.ASKED_FOR, false, Duration.ZERO, () -> {}))
                    .isFalse();
            for (int i = 0; i < 10; i++) { // the driver prepares on the server what it has sent five times
                statement.executeQuery("SELECT 1").close();
                connection.commit();
            }
            statement.execute("INSERT INTO stored VALUES ('a')");
            CompletableFuture<Boolean> seen = atNextCommit(CommitMoment.ASKED_FOR, false, () -> {});
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            assertThat(seen.get()).isTrue();
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void nothingPassesInSilenceAndEverythingAfterwards() throws Exception {
        try (Connection connection = inserting("a")) {
            proxy.silence();
            CompletableFuture<Void> commit = CompletableFuture.runAsync(() -> commit(connection));
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> commit(inserting("b")));
            assertThat(stored()).isEmpty();
            assertThat(commit).isNotDone();
            assertThat(other).isNotDone();
            proxy.resume();
            commit.get();
            other.get();
        }
        assertThat(stored()).containsExactly("a", "b");
    }

    @Test
    void connectionsBreakAndNewOnesDoUntilItReconnects() throws Exception {
        try (Connection connection = inserting("a")) {
            proxy.disconnect();
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            assertThatThrownBy(this::connect).isInstanceOf(SQLException.class);
        }
        proxy.reconnect();
        try (Connection connection = inserting("b")) {
            connection.commit();
        }
        assertThat(stored()).containsExactly("b");
    }

    @Test
    void hintsAreDroppedDoubledAndHeldBack() throws Exception {
        Iterator<HintFault> faults = List.of(
                        HintFault.NONE, HintFault.DROPPED, HintFault.DOUBLED, HintFault.HELD, HintFault.NONE)
                .iterator();
        proxy.injectIntoHints(faults::next);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN hints");
            for (String hint : List.of("passed", "dropped", "doubled", "held", "last")) {
                postgres.execute("NOTIFY hints, '" + hint + "'");
            }
            assertThat(heard(connection, 5)).containsExactlyInAnyOrder("passed", "doubled", "doubled", "held", "last");
        }
        assertThat(proxy.doneToHints())
                .containsEntry(HintFault.NONE, 2)
                .containsEntry(HintFault.DROPPED, 1)
                .containsEntry(HintFault.DOUBLED, 1)
                .containsEntry(HintFault.HELD, 1);
    }

    private static List<String> heard(Connection connection, int count) {
        List<String> heard = new ArrayList<>();
        Await.until("all hints are heard", () -> {
            try {
                for (PGNotification each : connection.unwrap(PGConnection.class).getNotifications(100)) {
                    heard.add(each.getParameter());
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return heard.size() >= count;
        });
        return heard;
    }

    @Test
    void onlyTheConnectionsThatListenBreak() throws Exception {
        try (Connection listening = connect();
                Connection other = inserting("a")) {
            listening.createStatement().execute("LISTEN hints");
            proxy.disconnectListening();
            assertThatThrownBy(() -> listening.createStatement().execute("SELECT 1"))
                    .isInstanceOf(SQLException.class);
            other.commit();
        }
        assertThat(stored()).containsExactly("a");
    }

    private CompletableFuture<Boolean> atNextCommit(CommitMoment moment, boolean goesOn, Runnable action) {
        CompletableFuture<Boolean> seen = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                seen.complete(proxy.atNextCommit(moment, goesOn, TIMEOUT, action));
            } catch (InterruptedException | RuntimeException e) {
                seen.completeExceptionally(e);
            }
        });
        waiting.start();
        Await.until("it waits for a commit", proxy::isWaitingForCommit);
        return seen;
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
