package chat262.accounts.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which form of a password is hashed. */
class PasswordHasherTest {
    private static final String NFC = "Z\u00fcrich";
    private static final String NFD = "Zu\u0308rich";

    private final PasswordHasher hasher = new PasswordHasher();

    PasswordHasherTest() {
        hasher.pbkdf2 = new Readable();
    }

    /** Hashes nothing, so that one can see what would be hashed. */
    private static final class Readable implements Pbkdf2PasswordHash {
        @Override
        public void initialize(Map<String, String> parameters) {
            // has none
        }

        @Override
        public String generate(char[] password) {
            return new String(password);
        }

        @Override
        public boolean verify(char[] password, String hash) {
            return new String(password).equals(hash);
        }
    }

    @Test
    void aPasswordIsHashedInOneForm() {
        assertThat(hasher.hash(NFD)).isEqualTo(NFC);
        assertThat(hasher.hash("a\u00a0b\u3000c\td")).isEqualTo("a b c\td");
        assertThat(hasher.verify(NFD, hasher.hash(NFC))).isTrue();
        assertThat(hasher.verify("Zurich", hasher.hash(NFC))).isFalse();
    }

    @Test
    void anOldHashIsGoodForThePasswordAsItWasTyped() {
        assertThat(hasher.verify(NFD, NFD)).isFalse();
        assertThat(hasher.verifyOld(NFD, NFD)).isTrue();
        assertThat(hasher.verifyOld(NFC, NFD)).isFalse();
        assertThat(hasher.verifyOld("ascii", "ascii")).isFalse();
    }
}
