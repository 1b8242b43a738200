package chat262.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    @Test
    void oneTooManyHasToWaitAndTheOthersDoNot() {
        RateLimit limit = new RateLimit(2, Duration.ofHours(1));
        limit.count("a");
        assertThat(limit.secondsToWait("a")).isEmpty();
        limit.count("a");
        assertThat(limit.secondsToWait("a")).isPresent();
        assertThat(limit.secondsToWait("b")).isEmpty();
    }

    @Test
    void aNameIsForgottenWithItsWindow() {
        RateLimit limit = new RateLimit(1, Duration.ZERO);
        limit.count("a");
        assertThat(limit.secondsToWait("a")).isEmpty();
        limit.count("b");
        assertThat(limit.size()).isEqualTo(1);
    }

    @Test
    void ofTooManyNamesTheOldestIsForgotten() {
        RateLimit limit = new RateLimit(1, Duration.ofHours(1));
        for (int name = 0; name <= RateLimit.MAX_WINDOWS; name++) {
            limit.count(name);
        }
        assertThat(limit.size()).isEqualTo(RateLimit.MAX_WINDOWS);
        assertThat(limit.secondsToWait(0)).isEmpty();
        assertThat(limit.secondsToWait(1)).isPresent();
    }
}
