package chat262.cli.interactive;

import chat262.cli.screen.Screen;
import chat262.cli.sync.Device;

/** The end of a session: what is still to be sent gets some time for it. */
final class Delivery {
    private static final long TIMEOUT_MILLIS = 10_000;

    private Delivery() {}

    /**
     * Waits for the outbox for a while.
     *
     * @return whether all messages that were written are delivered or refused
     */
    static boolean await(Device device, ConsoleEvents events, Screen screen) {
        long deadline = System.nanoTime() + TIMEOUT_MILLIS * 1_000_000;
        while (events.mayDeliver() && System.nanoTime() < deadline) {
            pause();
        }
        int kept = device.outbox().waiting().size();
        if (kept > 0) {
            screen.say(kept + (kept == 1 ? " message is" : " messages are")
                    + " kept on disk and will be sent when the console is opened again.");
        }
        return kept == 0;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
