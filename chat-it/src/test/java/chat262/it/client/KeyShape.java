package chat262.it.client;

import java.util.UUID;

/** How the names look that clients give to messages. */
public final class KeyShape {
    private static final int TIMED = 7;
    private static final int STANDARD = 2;
    private static final int TIME_SHIFT = 16;

    /** No check takes longer. */
    private static final long MILLIS_OF_A_TEST = 600_000;

    private KeyShape() {}

    /** Whether a key is a UUID of version 7 (RFC 9562) that was made just now. */
    public static boolean isTimed(String key) {
        UUID uuid = UUID.fromString(key);
        long age = System.currentTimeMillis() - (uuid.getMostSignificantBits() >>> TIME_SHIFT);
        return uuid.version() == TIMED && uuid.variant() == STANDARD && age >= 0 && age < MILLIS_OF_A_TEST;
    }
}
