package chat262.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes a minute, which is what it is about. */
@ExtendWith(LiveServer.class)
class HeartbeatIT {
    private static final int GOING_AWAY = 1001;

    private final Person anna = LiveServer.somebody();

    @Test
    void theServerPingsAndClosesWhoNeverSaysAnything() {
        try (LiveClient silent = LiveClient.of(anna);
                LiveClient answers = LiveClient.of(anna)) {
            silent.await("ping");
            answers.await("ping");
            answers.send("type", "pong");
            assertThat(silent.awaitClose()).isEqualTo(GOING_AWAY);
            assertThat(silent.frames("ping")).hasSize(2);
            assertThat(answers.isOpen()).isTrue();
        }
    }
}
