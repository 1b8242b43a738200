package chat262.cli.sync;

import chat262.api.Message;
import java.io.IOException;

/** Takes what the {@link Sender} has stored, and knows whether it may store more. */
public interface Receiver {
    /** A message was stored. */
    void message(Message message) throws IOException;

    /** Whether the server's history of a room is known to continue the journal; before that nothing is sent. */
    default boolean isConfirmed(long room) {
        return true;
    }

    /** Whether it has ended, and will never confirm a room again. */
    default boolean isClosed() {
        return false;
    }

    /** There was no answer: the server may come back with another history than before. */
    default void recheckHistory() {}
}
