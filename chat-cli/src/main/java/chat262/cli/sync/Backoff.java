package chat262.cli.sync;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before something is tried again: doubling, with jitter. Thread-safe. */
final class Backoff<T> {
    private static final long FIRST_MILLIS = 500;
    private static final long MAX_MILLIS = 10_000;

    private record Pause(int failures, long untilNanos, long askedUntilNanos) {}

    private final Map<T, Pause> states = new HashMap<>();

    /** Notes a failure; {@code atLeast} is what the server asked for, or null. */
    synchronized void failed(T what, Duration atLeast) {
        long now = System.nanoTime();
        Pause before = states.getOrDefault(what, new Pause(0, now, now));
        long millis = Math.min(MAX_MILLIS, FIRST_MILLIS << Math.min(10, before.failures));
        millis = millis * 3 / 4 + ThreadLocalRandom.current().nextLong(millis / 2);
        long asked = later(before.askedUntilNanos, now + (atLeast == null ? 0 : atLeast.toNanos()));
        states.put(what, new Pause(before.failures + 1, later(asked, now + millis * 1_000_000), asked));
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other; // as nanoTime may overflow
    }

    synchronized void succeeded(T what) {
        states.remove(what);
    }

    /** Another attempt is worthwhile now: only the delay that the server asked for still counts. */
    synchronized void reset() {
        states.replaceAll((what, pause) -> new Pause(0, pause.askedUntilNanos, pause.askedUntilNanos));
    }

    /** Whether it has failed since it succeeded last. */
    synchronized boolean hasFailed(T what) {
        return states.containsKey(what);
    }

    synchronized boolean isOver(T what) {
        return millisLeft(what) == 0;
    }

    synchronized long millisLeft(T what) {
        Pause pause = states.get(what);
        return pause == null ? 0 : Math.max(0, (pause.untilNanos - System.nanoTime()) / 1_000_000);
    }
}
