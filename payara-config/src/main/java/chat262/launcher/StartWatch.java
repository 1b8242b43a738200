package chat262.launcher;

import chat262.api.server.ServerProperties;
import chat262.launcher.common.StartupException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Reports a start that has failed without an exception, or that takes too long. */
final class StartWatch {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final Duration timeout;
    private final Consumer<StartupException> failed;
    private volatile boolean started;

    /** A watch that calls {@code failed}, in a thread of its own, if the start has failed or {@code timeout} has passed. */
    StartWatch(Duration timeout, Consumer<StartupException> failed) {
        this.timeout = timeout;
        this.failed = failed;
    }

    void begin() {
        Instant deadline = Instant.now().plus(timeout);
        Thread watch = new Thread(() -> watchUntil(deadline), "262chat start watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Waits for a condition that says that the server has started, and ends the watch. */
    void await(BooleanSupplier condition) {
        poll(condition);
        started = true;
    }

    private void watchUntil(Instant deadline) {
        // If the application can't start, Payara goes on all the same and calls it deployed.
        poll(() -> started || failure().isPresent() || Instant.now().isAfter(deadline));
        if (!started) {
            failed.accept(PayaraServer.failed(failure()
                    .orElseGet(() -> "not ready after " + timeout.toSeconds() + " s"
                            + ServerLog.firstSevere()
                                    .map(reason -> ": " + reason)
                                    .orElse(""))));
        }
    }

    private static Optional<String> failure() {
        return Optional.ofNullable(System.getProperty(ServerProperties.START_FAILURE));
    }

    private static void poll(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                Thread.sleep(POLL_INTERVAL.toMillis());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("no thread interrupts the start", e);
        }
    }
}
