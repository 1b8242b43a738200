package chat262.platform;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** A limit on how often something may happen in a window of time, by name. Each node counts for itself. Thread-safe. */
public final class RateLimit {
    /** With more windows than this, those that have passed are removed, so that names can't fill the memory. */
    private static final int MAX_WINDOWS = 10_000;

    private final int max;
    private final long windowNanos;
    private final Map<Object, Window> windows = new ConcurrentHashMap<>();

    private record Window(long startNanos, int count) {}

    /** A limit of {@code max} in each window of time; 0 sets no limit. */
    public RateLimit(int max, Duration window) {
        this.max = max;
        this.windowNanos = window.toNanos();
    }

    /** The seconds until another one is allowed, at least 1; empty if one is allowed now. */
    public OptionalInt secondsToWait(Object name) {
        Window window = windows.get(name);
        long now = System.nanoTime();
        if (max == 0 || window == null || hasPassed(window, now) || window.count < max) {
            return OptionalInt.empty();
        }
        long left = window.startNanos + windowNanos - now;
        return OptionalInt.of((int) Duration.ofNanos(left).toSeconds() + 1);
    }

    /** Counts one. */
    public void count(Object name) {
        if (max == 0) {
            return;
        }
        long now = System.nanoTime();
        windows.compute(
                name,
                (same, window) -> window == null || hasPassed(window, now)
                        ? new Window(now, 1)
                        : new Window(window.startNanos, window.count + 1));
        if (windows.size() > MAX_WINDOWS) {
            windows.values().removeIf(window -> hasPassed(window, now));
        }
    }

    private boolean hasPassed(Window window, long now) {
        return now - window.startNanos >= windowNanos;
    }
}
