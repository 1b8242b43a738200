package chat262.it.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.pollinterval.PollInterval;

/** Waits for a condition, in the thread that asks: Playwright's objects may be used by no other. */
public final class Await {
    /** For a busy machine: a wait ends as soon as its condition holds. */
    public static final Duration TIMEOUT = Duration.ofSeconds(120);

    private static final int MAX_PAUSE_MILLIS = 100;

    private Await() {}

    /** Waits until a condition holds; {@link IllegalStateException} if it never does. */
    public static void until(String what, BooleanSupplier condition) {
        until(what, TIMEOUT, condition, () -> "");
    }

    /**
     * Waits until a condition holds.
     *
     * @param state what the exception says if it never does
     * @throws IllegalStateException if it never does
     */
    public static void until(String what, Duration timeout, BooleanSupplier condition, Supplier<String> state) {
        // Often at first, as most conditions hold soon, then less often.
        poll(
                what,
                timeout,
                (count, before) -> Duration.ofMillis(Math.min(MAX_PAUSE_MILLIS, 5L * count)),
                condition,
                state);
    }

    /** Waits for what may be over soon, so the condition is looked at again after the same short while. */
    public static void closely(String what, Duration timeout, Duration interval, BooleanSupplier condition) {
        poll(what, timeout, (count, before) -> interval, condition, () -> "");
    }

    private static void poll(
            String what, Duration timeout, PollInterval interval, BooleanSupplier condition, Supplier<String> state) {
        try {
            Awaitility.await(what)
                    .pollInSameThread()
                    // Other threads fail on purpose, and several wait at once, while the handler for that is the JVM's.
                    .dontCatchUncaughtExceptions()
                    .atMost(timeout)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(interval)
                    .until(condition::getAsBoolean);
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(what + ": not within " + timeout.toSeconds() + " s. " + state.get(), e);
        }
    }

    /** Waits like {@link #until(String, Duration, BooleanSupplier, Supplier)}, but fails as soon as the process has ended. */
    static void whileAlive(
            Process process, String what, Duration timeout, BooleanSupplier condition, Supplier<String> state) {
        until(what, timeout, () -> condition.getAsBoolean() || !process.isAlive(), state);
        if (!condition.getAsBoolean()) {
            throw new IllegalStateException(what + ": the process has ended before. " + state.get());
        }
    }
}
