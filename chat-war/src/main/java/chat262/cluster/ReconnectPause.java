package chat262.cluster;

/** How long to wait before a connection is tried again: longer and longer, until one works. Not thread-safe. */
final class ReconnectPause {
    private static final long MIN_MILLIS = 100;
    private static final long MAX_MILLIS = 5_000;

    private long millis = MIN_MILLIS;

    /** Waits before the next try. */
    void await() throws InterruptedException {
        Thread.sleep(millis);
        millis = Math.min(2 * millis, MAX_MILLIS);
    }

    /** A connection works. */
    void reset() {
        millis = MIN_MILLIS;
    }
}
