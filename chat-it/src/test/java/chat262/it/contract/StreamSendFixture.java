package chat262.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Fields;
import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people with a direct room; the stream of one of them is open. */
@ExtendWith(SharedServer.class)
abstract class StreamSendFixture {
    final Person anna = SharedServer.somebody();
    final Person ben = SharedServer.somebody();
    final long room = anna.direct(ben);
    final String key = Person.newKey();
    LiveClient annas;

    @BeforeEach
    void annaIsConnected() {
        annas = LiveClient.of(anna);
        annas.await("hello");
    }

    @AfterEach
    void disconnect() {
        annas.close();
    }

    void send(long to, String body, String as) {
        annas.send("type", "send", "room", to, "key", as, "body", body);
    }

    JsonObject awaitPush(String of) {
        return annas.await("message", frame -> frame.getString("key", "").equals(of));
    }

    JsonObject awaitAnswer(String type, String to) {
        return annas.await(type, frame -> frame.getString("key").equals(to));
    }

    void assertRefused(String slug) {
        assertThat(awaitAnswer("refused", key)).containsAllEntriesOf(Fields.of("room", room, "slug", slug));
        assertThat(anna.log(room)).isEmpty();
    }

    /** Waits until all is answered that was sent before. */
    void settle() {
        annas.send("type", "watch", "room", 1_000_000_000, "on", true);
        annas.await("problem");
    }
}
