package chat262.it.live;

import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LiveServer.class)
abstract class TwoClientsTest {
    final Person anna = LiveServer.somebody();
    final Person ben = LiveServer.somebody();
    LiveClient annas;
    LiveClient bens;

    @BeforeEach
    void connect() {
        annas = LiveClient.of(anna);
        bens = LiveClient.of(ben);
        annas.await("hello");
        bens.await("hello");
    }

    @AfterEach
    void disconnect() {
        annas.close();
        bens.close();
    }

    static Predicate<JsonObject> problem(String slug) {
        return frame -> frame.getString("slug").equals(slug);
    }
}
