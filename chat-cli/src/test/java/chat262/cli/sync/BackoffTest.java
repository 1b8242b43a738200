package chat262.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff<String> pauses = new Backoff<>();

    @Test
    void newsEndABackOffButNotAWaitThatTheServerAskedFor() {
        pauses.failed("backed off", null);
        pauses.failed("asked for", Duration.ofHours(1));
        pauses.forget();
        assertThat(pauses.isOver("backed off")).isTrue();
        assertThat(pauses.isOver("asked for")).isFalse();
        pauses.worked("asked for");
        assertThat(pauses.isOver("asked for")).isTrue();
    }

    @Test
    void aLaterFailureDoesNotShortenWhatTheServerAskedFor() {
        pauses.failed("asked for", Duration.ofHours(1));
        pauses.failed("asked for", null);
        assertThat(pauses.isOver("asked for")).isFalse();
        pauses.forget();
        assertThat(pauses.isOver("asked for")).isFalse();
    }
}
