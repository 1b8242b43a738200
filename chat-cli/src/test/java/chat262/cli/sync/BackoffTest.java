package chat262.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff<String> backoff = new Backoff<>();

    @Test
    void newsEndABackOffButNotAWaitThatTheServerAskedFor() {
        backoff.failed("backed off", null);
        backoff.failed("asked for", Duration.ofHours(1));
        backoff.reset();
        assertThat(backoff.isOver("backed off")).isTrue();
        assertThat(backoff.isOver("asked for")).isFalse();
        backoff.succeeded("asked for");
        assertThat(backoff.isOver("asked for")).isTrue();
    }

    @Test
    void aLaterFailureDoesNotShortenWhatTheServerAskedFor() {
        backoff.failed("asked for", Duration.ofHours(1));
        backoff.failed("asked for", null);
        assertThat(backoff.isOver("asked for")).isFalse();
        backoff.reset();
        assertThat(backoff.isOver("asked for")).isFalse();
    }
}
