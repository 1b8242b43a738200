package chat262.accounts;

import chat262.platform.Names;
import chat262.platform.RateLimit;
import chat262.platform.Settings;
import chat262.problems.Problems;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Verifies usernames and passwords. It is in no transaction, because hashing takes some tenths of a second. */
@ApplicationScoped
public class CredentialVerifier {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    @Inject
    AccountService accounts;

    @Inject
    PasswordHasher hasher;

    @Inject
    Settings settings;

    private RateLimit wrongPasswords;

    @PostConstruct
    void initialize() {
        wrongPasswords = new RateLimit(settings.failedLoginsPerMinute(), WINDOW);
    }

    /** The account of a correct password, and the hash that it was verified with. */
    public record Verified(long accountId, String username, String passwordHash) {}

    /** Refuses a wrong password or unknown username, and too many of those. */
    public Verified verify(String username, String password) {
        String name = Names.fold(username);
        wrongPasswords.secondsToWait(name).ifPresent(seconds -> {
            throw Problems.slowDown(seconds);
        });
        Optional<Account> account = accounts.find(username);
        if (!hasher.verify(password, account.map(Account::passwordHash).orElse(null))) {
            wrongPasswords.count(name);
            throw Problems.wrongCredentials();
        }
        return account.map(a -> new Verified(a.id(), a.username(), a.passwordHash()))
                .orElseThrow();
    }
}
