package chat262.cli.interactive;

import chat262.cli.screen.Screen;
import chat262.cli.store.Outbox;
import chat262.cli.sync.Device;
import java.util.concurrent.TimeUnit;

/** The end of a session: waits for what is still to be sent as long as it gets less, and says what is left and why. */
public final class Delivery {
    /** How long nothing may have got through before it gives up; beyond the pause that the server has asked for. */
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final ConsoleEvents events;
    private final Screen screen;

    /** What became of the messages that were written. */
    public enum Result {
        /** All are delivered or refused. */
        DONE,
        /** Some are kept, as nobody is logged in any more. */
        LOGGED_OUT,
        /** Some are kept, as the server can't be reached. */
        UNREACHED,
        /** Some are kept, as the server did not take them in time. */
        NOT_IN_TIME
    }

    Delivery(ConsoleEvents events, Screen screen) {
        this.events = events;
        this.screen = screen;
    }

    Result of(Device device) {
        Outbox outbox = device.outbox();
        int left = outbox.waiting().size();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (events.mayDeliver()
                && System.nanoTime() < deadline + events.reason().askedPause().toNanos()
                && pause()) {
            int now = outbox.waiting().size();
            if (now < left) {
                left = now;
                deadline = System.nanoTime() + PATIENCE_NANOS;
            }
        }
        int kept = outbox.waiting().size();
        if (kept == 0) {
            return Result.DONE;
        }
        screen.say(kept + (kept == 1 ? " message is" : " messages are")
                + " kept on disk and will be sent when the console is opened again (" + why() + ").");
        return events.isLoggedOut()
                ? Result.LOGGED_OUT
                : events.reason().isUp() ? Result.NOT_IN_TIME : Result.UNREACHED;
    }

    private String why() {
        return events.isLoggedOut()
                ? "you are logged out: log in first"
                : events.reason().sentence();
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
