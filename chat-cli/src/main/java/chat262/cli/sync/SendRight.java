package chat262.cli.sync;

import chat262.cli.store.FileGuard;
import chat262.cli.store.Outbox;
import java.io.IOException;

/** The right to send what is in an outbox, which one process has at a time. Not thread-safe. */
final class SendRight {
    private final Outbox outbox;
    private FileGuard guard;

    SendRight(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Whether this process has the right, after trying to take it. */
    boolean tryTake() throws IOException {
        if (guard == null) {
            guard = outbox.trySending().orElse(null);
            if (guard != null) {
                outbox.refresh(); // what another process has sent meanwhile
            }
        }
        return guard != null;
    }

    /** Lets another process send. */
    void release() {
        try {
            if (guard != null) {
                guard.close();
                guard = null;
            }
        } catch (IOException e) {
            // The right ends with this process.
        }
    }
}
