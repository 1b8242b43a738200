package chat262.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How an outage is borne. */
class PatienceTest {
    private static final SQLException AWAY = new SQLException("the database is away", "08006");

    private final Patience patience = new Patience(Duration.ofMillis(200));

    @Test
    void anOutageIsBorneForSomeTimeAndThenNoMoreUntilSomethingIsStored() {
        int tries = 0;
        while (patience.isLeftAfter(AWAY)) {
            tries++;
        }
        assertThat(tries).isPositive();
        assertThat(patience.isLeftAfter(AWAY)).isFalse();
        patience.restore();
        assertThat(patience.isLeftAfter(AWAY)).isTrue();
    }

    @Test
    void aStopEndsTheWaiting() throws Exception {
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            while (patience.isLeftAfter(AWAY)) {
                Thread.onSpinWait();
            }
        });
        patience.end();
        waiting.get(30, TimeUnit.SECONDS);
        assertThat(patience.isLeftAfter(AWAY)).isFalse();
    }
}
