package chat262.cli.sync;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before something is tried again: doubling, with jitter. Thread-safe. */
final class Pauses<T> {
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 10_000;

    private record Pause(int failures, long untilNanos) {}

    private final Map<T, Pause> pauses = new HashMap<>();

    /** Notes a failure; {@code atLeast} is what the server asked for, or null. */
    synchronized void failed(T what, Duration atLeast) {
        Pause before = pauses.get(what);
        int failures = before == null ? 0 : Math.min(10, before.failures);
        long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << failures);
        millis = millis * 3 / 4 + ThreadLocalRandom.current().nextLong(millis / 2);
        millis = Math.max(millis, atLeast == null ? 0 : atLeast.toMillis());
        pauses.put(what, new Pause(failures + 1, System.nanoTime() + millis * 1_000_000));
    }

    synchronized void worked(T what) {
        pauses.remove(what);
    }

    /** Forgets all: there is news that make trying worthwhile. */
    synchronized void forget() {
        pauses.clear();
    }

    synchronized boolean isOver(T what) {
        return millisLeft(what) == 0;
    }

    synchronized long millisLeft(T what) {
        Pause pause = pauses.get(what);
        return pause == null ? 0 : Math.max(0, (pause.untilNanos - System.nanoTime()) / 1_000_000);
    }
}
