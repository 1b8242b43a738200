package chat262.accounts;

import chat262.accounts.passwords.Requester;
import chat262.platform.RateLimit;
import chat262.platform.Settings;
import chat262.problems.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Who may register accounts, and how many. */
@ApplicationScoped
public class RegistrationPolicy {
    private static final int MAX_PER_MINUTE = 60;

    @Inject
    Settings settings;

    private final RateLimit registrations = new RateLimit(MAX_PER_MINUTE, Duration.ofMinutes(1));

    /** Counts an account that is about to be registered, or refuses it. */
    void admit(Requester who) {
        if (!settings.isRegistrationOpen() && !who.isMember()) {
            throw Problems.registrationClosed();
        }
        if (!who.mayBeMany()) {
            registrations.secondsToWait(who.name()).ifPresent(seconds -> {
                throw Problems.slowDown(seconds);
            });
            registrations.count(who.name());
        }
    }
}
