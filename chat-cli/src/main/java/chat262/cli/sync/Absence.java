package chat262.cli.sync;

import java.util.function.LongSupplier;

/**
 * Tells after a wait that this process did not run in the middle of it: its machine was suspended, or it was stopped. The
 * clock that waits are measured with stands still while a machine is suspended; that of the day does not.
 */
final class Absence {
    /** What a busy machine may add to a wait. */
    private static final long TOLERANCE_MILLIS = 15_000;

    private final LongSupplier clock;
    private long begun;

    Absence() {
        this(System::currentTimeMillis);
    }

    Absence(LongSupplier clock) {
        this.clock = clock;
    }

    /** A wait begins. */
    void begin() {
        begun = clock.getAsLong();
    }

    /** Whether the wait that has ended took longer than it can have, as it was for at most so many milliseconds. */
    boolean ended(long atMostMillis) {
        return clock.getAsLong() - begun > atMostMillis + TOLERANCE_MILLIS;
    }
}
