package chat262.accounts.passwords;

import chat262.platform.Settings;
import chat262.text.OpaqueString;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Hashes passwords with Jakarta Security: PBKDF2-HMAC-SHA512, with its own salt for each password. */
@ApplicationScoped
public class PasswordHasher {
    @Inject
    Pbkdf2PasswordHash pbkdf2;

    @Inject
    Settings settings;

    private String dummyHash;

    @PostConstruct
    void initialize() {
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", String.valueOf(settings.passwordIterations()),
                "Pbkdf2PasswordHash.SaltSizeBytes", "32"));
        dummyHash = hash("the password of nobody");
    }

    /** The hash to store; takes some tenths of a second of CPU, on purpose. */
    public String hash(String password) {
        return pbkdf2.generate(OpaqueString.of(password).toCharArray());
    }

    /**
     * Whether a hash was made of this password.
     *
     * @param hash null if there is no such account: then the answer is no, after the same work
     */
    public boolean verify(String password, String hash) {
        return verifyAsTyped(OpaqueString.of(password), hash);
    }

    /** The same for a hash that was made of a password as it was typed, as all were once; only for one that reads otherwise. */
    public boolean verifyOld(String password, String hash) {
        return !OpaqueString.of(password).equals(password) && verifyAsTyped(password, hash);
    }

    private boolean verifyAsTyped(String password, String hash) {
        boolean same = pbkdf2.verify(password.toCharArray(), hash == null ? dummyHash : hash);
        return same && hash != null;
    }
}
