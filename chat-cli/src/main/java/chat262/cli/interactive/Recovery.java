package chat262.cli.interactive;

import chat262.cli.client.Client;
import chat262.cli.screen.PlainWords;
import chat262.cli.sync.Device;
import java.io.IOException;

/** Tries again and again to go on with a device that has failed, as a full disk lets it, until it works. */
final class Recovery {
    private static final long INTERVAL_MILLIS = 5_000;

    private final InteractiveSession session;
    private final Client client;

    Recovery(InteractiveSession session, Client client) {
        this.session = session;
        this.client = client;
    }

    /** Begins, for one device. */
    void begin(Device failed) {
        Thread thread = new Thread(() -> tryAgain(failed), "recovery");
        thread.setDaemon(true);
        thread.start();
    }

    private void tryAgain(Device failed) {
        try {
            do {
                Thread.sleep(INTERVAL_MILLIS);
            } while (!isDone(failed));
        } catch (InterruptedException e) {
            // The console ends.
        }
    }

    /** Whether it works again, or there is nothing left to try. */
    private boolean isDone(Device failed) {
        synchronized (session) {
            if (!session.uses(failed)) {
                return true; // there was another login meanwhile, or the end
            }
            try {
                client.state().probe(failed.login());
                session.connect(failed.login());
                return true;
            } catch (IOException | RuntimeException e) {
                if (session.uses(failed)) {
                    return false;
                }
                client.screen()
                        .say("! " + PlainWords.of(e) + ". 'login "
                                + failed.login().username() + "' tries it again.");
                return true;
            }
        }
    }
}
