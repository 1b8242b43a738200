package chat262.messages.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Retries during an outage of the database. */
class RetryPolicyTest {
    private static final SQLException AWAY = new SQLException("the database is away", "08006");

    private final RetryPolicy retryPolicy = new RetryPolicy(Duration.ofMillis(200));

    @Test
    void anOutageIsBorneForSomeTimeAndThenNoMoreUntilSomethingIsStored() {
        int tries = 0;
        while (retryPolicy.awaitRetry(AWAY)) {
            tries++;
        }
        assertThat(tries).isPositive();
        assertThat(retryPolicy.awaitRetry(AWAY)).isFalse();
        retryPolicy.succeeded();
        assertThat(retryPolicy.awaitRetry(AWAY)).isTrue();
    }

    @Test
    void aStopEndsTheWaiting() throws Exception {
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            while (retryPolicy.awaitRetry(AWAY)) {
                Thread.onSpinWait();
            }
        });
        retryPolicy.stop();
        waiting.get(30, TimeUnit.SECONDS);
        assertThat(retryPolicy.awaitRetry(AWAY)).isFalse();
    }
}
