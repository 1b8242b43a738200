package chat262.accounts;

import chat262.platform.Settings;
import chat262.problems.Problems;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Verifies usernames and passwords. It is in no transaction, because hashing takes some tenths of a second. */
@ApplicationScoped
public class CredentialVerifier {
    @Inject
    AccountService accounts;

    @Inject
    PasswordHasher hasher;

    @Inject
    HashingExecutor executor;

    @Inject
    Settings settings;

    private GuessLimits limits;

    @PostConstruct
    void initialize() {
        limits = new GuessLimits(settings.failedLoginsPerMinute());
    }

    /** The account of a correct password, and the hash that it was verified with. */
    public record Verified(long accountId, String username, String passwordHash) {}

    /** Refuses a wrong password or unknown username, and too many of those. */
    CompletionStage<Verified> verify(String username, String password, Requester who) {
        String name = Usernames.folded(username).orElseThrow(Problems::wrongCredentials);
        refuseGuesses(name, who);
        Optional<Verified> account =
                accounts.find(username).map(a -> new Verified(a.id(), a.username(), a.passwordHash()));
        return executor.submit(who, () -> {
            refuseGuesses(name, who); // those that have waited together are not all let through
            if (!hasher.verify(password, account.map(Verified::passwordHash).orElse(null))) {
                limits.count(name, who);
                throw Problems.wrongCredentials();
            }
            return account.orElseThrow();
        });
    }

    private void refuseGuesses(String name, Requester who) {
        limits.secondsToWait(name, who).ifPresent(seconds -> {
            throw Problems.slowDown(seconds);
        });
    }
}
