package chat262.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Api;
import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import chat262.it.process.PostgresProcess;
import chat262.it.process.ServerProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody tells the live stream of: the tables change, as another node changes them whose hint gets lost. */
class SweepIT {
    @TempDir
    Path folder;

    @Test
    void aMembershipThatNobodyToldOfIsHeardOfAndSoIsWhatComesThen() {
        try (PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgresql"));
                ServerProcess server = ServerProcess.start(
                        folder.resolve("data"),
                        Map.of("CHAT_DB", postgres.url(), "CHAT_PASSWORD_ITERATIONS", "1024"))) {
            Person anna = Person.join(Api.of(server.url()), "anna");
            Person ben = Person.join(Api.of(server.url()), "ben");
            Person cleo = Person.join(Api.of(server.url()), "cleo");
            Person dora = Person.join(Api.of(server.url()), "dora");
            long quiet = anna.group("nobody of it is connected", dora);
            long lively = cleo.group("somebody of it is connected", dora);
            try (LiveClient bens = LiveClient.of(ben);
                    LiveClient cleos = LiveClient.of(cleo)) {
                bens.await("hello");
                cleos.await("hello");
                letIn(ben, quiet, dora, postgres);
                letIn(ben, lively, dora, postgres);

                awaitRoom(quiet, bens);
                awaitRoom(lively, bens);
                anna.say(quiet, "from anna");
                cleo.say(lively, "from cleo");
                bens.awaitMessage(quiet, 2);
                bens.awaitMessage(lively, 2);
                assertThat(cleos.seqs(quiet)).isEmpty();
            }
        }
    }

    private static void letIn(Person person, long room, Person as, PostgresProcess postgres) {
        postgres.execute("INSERT INTO membership (room_id, account_id, role, since_seq, cursor_seq)"
                + " SELECT room_id, " + person.accountId() + ", role, since_seq, cursor_seq FROM membership"
                + " WHERE room_id = " + room + " AND account_id = " + as.accountId());
    }

    private static void awaitRoom(long room, LiveClient client) {
        client.await("room", frame -> frame.getJsonObject("room").getInt("id") == room);
    }
}
