package chat262.cli.sync;

import chat262.api.Message;
import java.io.IOException;

/** Takes what the {@link Sender} has stored, and knows whether it may store more. */
public interface Receiver {
    /** A message was stored. */
    void message(Message message) throws IOException;

    /** Whether what the server has of a room goes on from what it had: before that is known, nothing is sent. */
    default boolean isConfirmed(long room) {
        return true;
    }

    /** Whether it has ended, and will never agree again. */
    default boolean isClosed() {
        return false;
    }

    /** Nobody has answered: the server may come back with another history than it had. */
    default void recheckHistory() {}
}
