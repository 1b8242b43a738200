package chat262.it.client;

import java.util.UUID;

/** The names that clients give to messages. */
public final class Keys {
    private static final int TIMED = 7;
    private static final int STANDARD = 2;
    private static final int TIME_SHIFT = 16;

    /** A clock may be set between the moment when a key was made and the one when it is looked at, but not in a test. */
    private static final long MILLIS_OF_A_TEST = 600_000;

    private Keys() {}

    /** Whether a key is a UUID of version 7 (RFC 9562) that was made just now. */
    public static boolean isTimed(String key) {
        UUID uuid = UUID.fromString(key);
        long age = System.currentTimeMillis() - (uuid.getMostSignificantBits() >>> TIME_SHIFT);
        return uuid.version() == TIMED && uuid.variant() == STANDARD && age >= 0 && age < MILLIS_OF_A_TEST;
    }
}
