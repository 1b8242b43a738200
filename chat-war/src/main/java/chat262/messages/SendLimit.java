package chat262.messages;

import chat262.platform.RateLimit;
import chat262.platform.Settings;
import chat262.problems.Problems;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** How fast one account may send on this node: {@code chat.sends.per.second}. */
@ApplicationScoped
public class SendLimit {
    @Inject
    Settings settings;

    private RateLimit sends;

    @PostConstruct
    void initialize() {
        sends = new RateLimit(settings.sendsPerSecond(), Duration.ofSeconds(1));
    }

    /** Counts a message, or refuses it with {@code slow-down}. */
    void count(long accountId) {
        sends.secondsToWait(accountId).ifPresent(seconds -> {
            throw Problems.slowDown(seconds);
        });
        sends.count(accountId);
    }
}
