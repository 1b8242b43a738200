package chat262.platform;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A limit on how often something may happen in a window of time, by name. Each node counts for itself. Thread-safe.
 *
 * <p>A name is forgotten when its window has passed, and before that if there are too many: then the oldest window goes.
 */
public final class RateLimit {
    /** Maximum of names that are remembered. */
    static final int MAX_WINDOWS = 10_000;

    private final int max;
    private final long windowNanos;

    /** In the order in which they began. */
    private final Map<Object, Window> windows = new LinkedHashMap<>();

    private record Window(long startNanos, int count) {}

    /** A limit of {@code max} in each window of time; 0 sets no limit. */
    public RateLimit(int max, Duration window) {
        this.max = max;
        this.windowNanos = window.toNanos();
    }

    /** The seconds until another one is allowed, at least 1; empty if one is allowed now. */
    public synchronized OptionalInt secondsToWait(Object name) {
        long now = System.nanoTime();
        Window window = windows.get(name);
        if (max == 0 || window == null || hasPassed(window, now) || window.count < max) {
            return OptionalInt.empty();
        }
        long left = window.startNanos + windowNanos - now;
        return OptionalInt.of((int) Duration.ofNanos(left).toSeconds() + 1);
    }

    /** Counts one. The name is kept for the length of the window, so it must be short. */
    public synchronized void count(Object name) {
        if (max == 0) {
            return;
        }
        long now = System.nanoTime();
        forgetPassed(now);
        Window window = windows.get(name);
        windows.put(name, window == null ? new Window(now, 1) : new Window(window.startNanos, window.count + 1));
        if (windows.size() > MAX_WINDOWS) {
            removeFirst();
        }
    }

    private void forgetPassed(long now) {
        while (!windows.isEmpty() && hasPassed(windows.values().iterator().next(), now)) {
            removeFirst();
        }
    }

    private void removeFirst() {
        Iterator<Window> first = windows.values().iterator();
        first.next();
        first.remove();
    }

    /** How many names are remembered. */
    synchronized int size() {
        return windows.size();
    }

    private boolean hasPassed(Window window, long now) {
        return now - window.startNanos >= windowNanos;
    }
}
