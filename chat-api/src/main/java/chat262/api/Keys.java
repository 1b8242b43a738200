package chat262.api;

import java.util.UUID;

/** Names for messages and changes, as {@code Idempotency-Key} wants them. */
public final class Keys {
    private static final int TIME_SHIFT = 16;
    private static final long VERSION = 0x7000;
    private static final long RANDOM = 0x0fff;

    private Keys() {}

    /**
     * A name that was not used before: a UUID of version 7 (RFC 9562), the time and then 74 random bits. A server takes any
     * UUID; but an account's keys that come one after the other stand together in its index, while each random one needs a
     * page of its own. Nothing depends on the clock being right.
     */
    public static String make() {
        UUID random = UUID.randomUUID();
        long time = System.currentTimeMillis() << TIME_SHIFT;
        long high = time | VERSION | random.getMostSignificantBits() & RANDOM;
        return new UUID(high, random.getLeastSignificantBits()).toString();
    }
}
