package chat262.accounts;

import chat262.accounts.passwords.GuessLimits;
import chat262.accounts.passwords.HashingExecutor;
import chat262.accounts.passwords.PasswordHasher;
import chat262.accounts.passwords.Requester;
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

    /**
     * The account of a correct password.
     *
     * @param passwordHash the hash that it was verified with
     * @param newHash the hash to store from now on, which may be the same
     */
    public record Verified(long accountId, String username, String passwordHash, String newHash) {}

    /** Refuses a wrong password or unknown username, and too many of those. */
    CompletionStage<Verified> verify(String username, String password, Requester who) {
        String name = Usernames.folded(username).orElseThrow(Problems::wrongCredentials);
        refuseGuesses(name, who);
        Optional<Verified> account = accounts.find(username)
                .map(found -> new Verified(found.id(), found.username(), found.passwordHash(), found.passwordHash()));
        return executor.submit(who, () -> {
            refuseGuesses(name, who); // those that have waited together are not all let through
            return verify(account, password).orElseThrow(() -> {
                limits.count(name, who);
                return Problems.wrongCredentials();
            });
        });
    }

    private Optional<Verified> verify(Optional<Verified> account, String password) {
        String hash = account.map(Verified::passwordHash).orElse(null);
        if (hasher.verify(password, hash)) {
            return account;
        }
        return hasher.verifyOld(password, hash)
                ? account.map(a -> new Verified(a.accountId, a.username, a.passwordHash, hasher.hash(password)))
                : Optional.empty();
    }

    private void refuseGuesses(String name, Requester who) {
        limits.secondsToWait(name, who).ifPresent(seconds -> {
            throw Problems.slowDown(seconds);
        });
    }
}
