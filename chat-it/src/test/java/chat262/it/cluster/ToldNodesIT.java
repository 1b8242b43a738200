package chat262.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.LiveClient;
import chat262.it.process.Await;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that wake each other up. */
class ToldNodesIT extends NodesFixture {
    @TempDir
    static Path folder;

    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Override
    TwoNodes nodes() {
        return nodes;
    }

    /** Typing is told and never stored, so no sweep could bring it. */
    private void awaitTyping(long room) {
        bens().send("type", "watch", "room", room, "on", true);
        try (LiveClient annas = LiveClient.of(anna())) {
            annas.await("hello");
            Await.until("ben sees that anna types", () -> {
                annas.send("type", "typing", "room", room);
                return !bens().frames("typing").isEmpty();
            });
        }
        assertThat(bens().await("typing").getString("username")).isEqualTo(anna().name());
    }

    @Test
    void typingIsSeenAtTheOtherNode() {
        long room = anna().direct(ben());
        bens().await("room");
        awaitTyping(room);
    }

    @Test
    void whatIsNoHintOrComesTwiceOrLateOrFromAnotherVersionDoesNoHarm() throws SQLException {
        long room = anna().direct(ben());
        bens().await("room");
        anna().say(room, "one");
        bens().awaitMessage(room, 1);
        String epoch = anna().epoch();
        for (String hint : List.of(
                "",
                "no JSON",
                "[]",
                "{}",
                "{\"v\":1}",
                "{\"v\":2,\"epoch\":\"" + epoch + "\",\"node\":\"x\",\"rooms\":7}",
                "{\"v\":1,\"epoch\":\"" + epoch + "\",\"node\":\"x\",\"rooms\":{\"a\":1}}",
                "{\"v\":1,\"epoch\":\"" + epoch + "\",\"node\":\"x\",\"rooms\":{\"" + room + "\":1},\"new\":1}",
                "{\"v\":1,\"epoch\":\"" + epoch + "\",\"node\":\"x\",\"rooms\":{\"" + room + "\":99}}",
                "{\"v\":1,\"epoch\":\"another\",\"node\":\"x\",\"ended\":[" + ben().accountId() + "]}")) {
            tell(hint);
        }
        anna().say(room, "two");
        bens().awaitMessage(room, 2);
        assertThat(bens().seqs(room)).containsExactly(1L, 2L);
        assertThat(bens().isOpen()).isTrue();
    }

    private static void tell(String hint) throws SQLException {
        try (Connection connection = nodes.database().connect();
                PreparedStatement notify = connection.prepareStatement("SELECT pg_notify('chat262', ?)")) {
            notify.setString(1, hint);
            notify.execute();
        }
    }

    @Test
    void aNodeListensAgainAfterItsConnectionsWereCut() {
        nodes.database()
                .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
                        + " OR query LIKE '%pg_notify%' AND pid <> pg_backend_pid()");
        long room = anna().direct(ben());
        bens().await("room");
        awaitTyping(room);
    }

    @Test
    void eachNodeIsListedUntilItStops() throws SQLException {
        assertThat(nodeVersions()).hasSize(2).doesNotContain("(not known)");
    }

    private static List<String> nodeVersions() throws SQLException {
        try (Connection connection = nodes.database().connect();
                ResultSet rows = connection.createStatement().executeQuery("SELECT version FROM node")) {
            List<String> versions = new ArrayList<>();
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
            return versions;
        }
    }
}
