package chat262.it.database;

import static chat262.it.database.OtherTransaction.execute;
import static chat262.it.database.OtherTransaction.hold;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import chat262.it.process.Await;
import chat262.it.process.PostgresProcess;
import chat262.it.process.ProcessResult;
import chat262.it.process.ServerProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL in which somebody else holds what a server needs just then, or which takes nothing in. */
class HeldByOthersIT {
    private static final int READERS_OF_GREETINGS = 2;
    private static final int SOCKETS = 6;
    private static final int LATEST_ROOMS = 200;

    @TempDir
    static Path folder;

    private static PostgresProcess database;
    private static ServerProcess server;
    private static Person anna;
    private static Person ben;

    @BeforeAll
    static void start() {
        database = PostgresProcess.start(folder.resolve("postgresql"));
        server = startNode("one");
        anna = Person.join(Api.of(server.url()), "anna");
        ben = Person.join(Api.of(server.url()), "ben");
    }

    private static ServerProcess startNode(String name) {
        return ServerProcess.start(
                folder.resolve(name), Map.of("CHAT_DB", database.url(), "CHAT_PASSWORD_ITERATIONS", "1024"));
    }

    @AfterAll
    static void end() {
        server.close();
        database.close();
    }

    @Test
    void whoIsRemovedWhileTheirRoomsAreReadGetsNothingOfTheRoom() throws SQLException {
        long direct = anna.direct(ben);
        long group = anna.group("removed from", ben);
        try (Connection other = hold(database, "LOCK TABLE message IN ACCESS EXCLUSIVE MODE")) {
            CompletableFuture<Answer> list =
                    CompletableFuture.supplyAsync(() -> ben.api().get("/rooms"));
            LockWaits.await(database, 1);
            execute(other, "DELETE FROM membership WHERE room_id = " + group + " AND account_id = " + ben.accountId());
            execute(
                    other,
                    "INSERT INTO message (room_id, seq, kind, sender_id, sent_at, body)" + " VALUES (" + group
                            + ", 2, 'text', " + anna.accountId() + ", 1, 'after the removal')");
            execute(other, "UPDATE room SET last_seq = 2 WHERE id = " + group);
            other.commit();

            Answer rooms = list.join().expect(200);
            assertThat(rooms.body()).doesNotContain("after the removal");
            assertThat(rooms.objects("rooms"))
                    .extracting(room -> room.getJsonNumber("id").longValueExact())
                    .contains(direct)
                    .doesNotContain(group);
        }
    }

    @Test
    void aGreetingNamesTheLatestRoomsThoughOneIsLostWhileTheyAreRead() throws SQLException {
        Person many = Person.join(Api.of(server.url()), "many");
        List<Long> groups = IntStream.rangeClosed(0, LATEST_ROOMS)
                .mapToObj(i -> many.group("room " + i, anna))
                .toList();
        try (Connection other = hold(database, "LOCK TABLE message IN ACCESS EXCLUSIVE MODE");
                LiveClient socket = LiveClient.of(many)) {
            LockWaits.await(database, 1);
            execute(
                    other,
                    "DELETE FROM membership WHERE room_id = " + groups.get(LATEST_ROOMS) + " AND account_id = "
                            + many.accountId());
            other.commit();
            assertThat(socket.await("hello").getJsonArray("rooms")).hasSize(LATEST_ROOMS);
        }
    }

    @Test
    void nothingIsReadForSocketsThatAreGone() throws Exception {
        anna.say(anna.direct(ben), "something to read");
        try (Connection other = hold(database, "LOCK TABLE message IN ACCESS EXCLUSIVE MODE")) {
            List<LiveClient> sockets =
                    Stream.generate(() -> LiveClient.of(ben)).limit(SOCKETS).toList();
            LockWaits.await(database, READERS_OF_GREETINGS);
            sockets.forEach(LiveClient::close);
            assertThat(LockWaits.untilNone(database)).hasSizeLessThan(SOCKETS);
            other.commit();
        }
        try (LiveClient socket = LiveClient.of(ben)) {
            assertThat(socket.await("hello").getString("username")).isEqualTo("ben");
        }
    }

    @Test
    void aNodeThatStandsStillInTheMiddleOfATransactionLetsGoOfItsRoom() throws Exception {
        long group = anna.group("stands still", ben);
        Person carl = Person.join(Api.of(server.url()), "carl");
        try (ServerProcess still = startNode("other")) {
            Person onTheOther = Person.logIn(Api.of(still.url()), "anna");
            CompletableFuture<Answer> invitation;
            try (Connection holder = hold(database, "SELECT id FROM room WHERE id = " + group + " FOR UPDATE")) {
                invitation = CompletableFuture.supplyAsync(() -> onTheOther.invite(group, carl));
                LockWaits.await(database, 1);
                signal(still, "STOP");
                holder.commit(); // and the other node has the room, and nothing is heard of it
            }
            try {
                assertThat(ben.send(group, "goes on").status()).isEqualTo(201);
            } finally {
                signal(still, "CONT");
            }
            assertThat(invitation.join().status()).isIn(200, 201, 503);
            assertThat(onTheOther.send(group, "is back").status()).isEqualTo(201);
            assertThat(ben.log(group))
                    .extracting(entry -> entry.getString("kind"))
                    .startsWith("created", "text")
                    .endsWith("text");
        } finally {
            anna = Person.logIn(Api.of(server.url()), "anna");
        }
    }

    @Test
    void aRoomThatIsHeldKeepsOnlyItsOwnMessagesWaitingAndLosesNone() throws SQLException {
        long held = anna.group("held", ben);
        long room = anna.direct(ben);
        String key = Person.newKey();
        CompletableFuture<Answer> waiting;
        try (Connection holder = hold(database, "SELECT id FROM room WHERE id = " + held + " FOR UPDATE")) {
            waiting = CompletableFuture.supplyAsync(() -> anna.send(held, "waits", key));
            LockWaits.await(database, 1);
            assertThat(anna.send(room, "goes on").status()).isEqualTo(201);
            assertThat(waiting).isNotDone();
            holder.commit();
        }
        assertThat(waiting.join().status()).isEqualTo(201);
        assertThat(anna.send(held, "waits", key).status()).isEqualTo(200);
        assertThat(anna.log(held)).hasSize(2);
    }

    /** What another node does for a call that writes no entry. */
    @Test
    void aKeyThatAnotherNodeIsJustStoringForACallIsNotStoredForAMessageToo() throws SQLException {
        long room = anna.direct(ben);
        String key = Person.newKey();
        String call = "INSERT INTO message (room_id, seq, kind, sender_id, sent_at, client_key, fingerprint)"
                + " VALUES (-1, 1, 'call', " + anna.accountId() + ", 1, '" + key + "', 'of the call')";
        CompletableFuture<Answer> send;
        try (Connection other = hold(database, call)) {
            send = CompletableFuture.supplyAsync(() -> anna.send(room, "under the same key", key));
            LockWaits.await(database, 1);
            other.commit();
        }
        assertThat(send.join().slug()).contains("key-reused");
    }

    @Test
    void aDeletionHoldsNoRoomThatItHasLeftAndGoesOnAfterACrashWhenItIsAskedForAgain() throws SQLException {
        Person dora = Person.join(Api.of(server.url()), "dora");
        long first = anna.group("left first", dora);
        long second = anna.group("left second", dora);
        try (Connection other = hold(database, "SELECT id FROM room WHERE id = " + second + " FOR UPDATE")) {
            CompletableFuture<Answer> deletion = CompletableFuture.supplyAsync(dora::deleteAccount);
            LockWaits.await(database, 1);
            assertThat(members(first)).containsExactly("anna");
            assertThat(anna.send(first, "goes on").status()).isEqualTo(201);
            server.kill();
            assertThat(deletion).failsWithin(Await.TIMEOUT);
            other.commit();
        }
        server.start();
        assertThat(members(second)).containsExactly("anna", "dora");

        dora.deleteAccount().expect(204);
        assertThat(members(second)).containsExactly("anna");
        for (long room : List.of(first, second)) {
            assertThat(anna.log(room))
                    .filteredOn(entry -> entry.getString("kind").equals("left"))
                    .hasSize(1);
        }
        assertThat(dora.api().get("/rooms").slug()).contains("not-logged-in");
    }

    private static List<String> members(long group) {
        return anna.room(group).objects("members").stream()
                .map(member -> member.getString("username"))
                .toList();
    }

    @Test
    void aDatabaseThatOnlyLetsItselfBeReadIsAwayAndNothingIsLost() throws SQLException {
        long room = anna.direct(ben);
        String key = Person.newKey();
        readOnly("on");
        try {
            Answer refused = anna.send(room, "once", key);
            assertThat(refused.status()).as("%s", refused).isEqualTo(503);
            assertThat(refused.slug()).contains("unavailable");
        } finally {
            readOnly("off");
        }
        // Not at once: a connection may have been ended just now.
        Await.until("it is back", () -> anna.send(room, "once", key).status() != 503);
        assertThat(anna.log(room))
                .filteredOn(entry -> entry.getString("body").equals("once"))
                .hasSize(1);
    }

    private static void readOnly(String onOrOff) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "SET default_transaction_read_only = off");
            execute(connection, "ALTER DATABASE postgres SET default_transaction_read_only = " + onOrOff);
            execute(
                    connection,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '262chat'");
        }
    }

    private static void signal(ServerProcess process, String signal) {
        ProcessResult.of("kill", "-" + signal, String.valueOf(process.pid())).successful();
    }
}
