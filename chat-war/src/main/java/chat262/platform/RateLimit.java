package chat262.platform;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** So many per time and name, counted on this node alone and forgotten with it. Thread-safe. */
public final class RateLimit {
    /** Windows that have passed are thrown away when there are more than these, so that names can't fill the memory. */
    private static final int REMEMBERED = 10_000;

    private final int most;
    private final long windowNanos;
    private final Map<Object, Window> windows = new ConcurrentHashMap<>();

    private record Window(long startNanos, int count) {}

    /** A limit of {@code most} in each window of time; 0 sets no limit. */
    public RateLimit(int most, Duration window) {
        this.most = most;
        this.windowNanos = window.toNanos();
    }

    /** The seconds until another one is allowed, at least 1; empty if one is allowed now. */
    public OptionalInt secondsToWait(Object name) {
        Window window = windows.get(name);
        long now = System.nanoTime();
        if (most == 0 || window == null || hasPassed(window, now) || window.count < most) {
            return OptionalInt.empty();
        }
        long left = window.startNanos + windowNanos - now;
        return OptionalInt.of((int) Duration.ofNanos(left).toSeconds() + 1);
    }

    /** Counts one. */
    public void count(Object name) {
        if (most == 0) {
            return;
        }
        long now = System.nanoTime();
        windows.compute(
                name,
                (same, window) -> window == null || hasPassed(window, now)
                        ? new Window(now, 1)
                        : new Window(window.startNanos, window.count + 1));
        if (windows.size() > REMEMBERED) {
            windows.values().removeIf(window -> hasPassed(window, now));
        }
    }

    private boolean hasPassed(Window window, long now) {
        return now - window.startNanos >= windowNanos;
    }
}
