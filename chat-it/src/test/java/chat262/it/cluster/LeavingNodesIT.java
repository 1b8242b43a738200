package chat262.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import chat262.it.process.Await;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that goes, or must not go on, beside one that stays. */
class LeavingNodesIT {
    private static final int RESTART = 1012;

    @TempDir
    Path folder;

    private TwoNodes nodes;

    @BeforeEach
    void start() {
        nodes = new TwoNodes(folder, Map.of());
    }

    @AfterEach
    void stop() {
        nodes.close();
    }

    @Test
    void aNodeWhoseEpochHasGoneStopsServingAndOneThatStopsLeavesTheOther() throws SQLException {
        Person anna = nodes.atFirst();
        Person ben = nodes.atSecond();
        long room = anna.direct(ben);
        anna.say(room, "before");
        try (LiveClient annas = LiveClient.of(anna)) {
            annas.await("hello");
            nodes.first().stop();
            assertThat(annas.awaitClose()).isEqualTo(RESTART);
        }
        Person annaElsewhere = nodes.sameAtSecond(anna);
        annaElsewhere.say(room, "after");
        assertThat(ben.log(room)).hasSize(2);
        Await.until("the node that stopped is not listed", () -> nodeCount() == 1);

        try (LiveClient bens = LiveClient.of(ben)) {
            bens.await("hello");
            nodes.database().execute("UPDATE server_state SET epoch = 'that of a restored database'");
            assertThat(bens.awaitClose()).isEqualTo(RESTART);
        }
        Answer refused = ben.send(room, "into another history");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("detail")).contains("restored").contains("started again");
        assertThat(refused.text("type")).endsWith("unavailable");
        assertThat(readiness()).isEqualTo(503);
        nodes.first().start();
        assertThat(Person.of(Api.of(nodes.first().url()), ben.session()).log(room))
                .hasSize(2);
    }

    @Test
    void aDatabaseThatNeedsALaterProgramIsRefusedAtTheStartOnly() {
        Person ben = nodes.atSecond();
        nodes.first().stop();
        nodes.database().execute("UPDATE server_state SET min_level = 1000");
        assertThatThrownBy(nodes.first()::start).hasMessageContaining("install the newer version");
        assertThat(ben.api().get("/rooms").status())
                .as(nodes.second()::endOfLog)
                .isEqualTo(200);
    }

    private int readiness() {
        HttpRequest request = HttpRequest.newBuilder(nodes.second().url().resolve("health/ready"))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long nodeCount() {
        try (Connection connection = nodes.database().connect();
                ResultSet rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM node")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
