package chat262.messages;

import chat262.api.Message;

/** Whoever waits for the outcome of a send. Called once, and only when the outcome is final for this attempt. */
public interface SendOutcome {
    /**
     * The message is durable, in its place.
     *
     * @param repeat whether an earlier send had stored it under the same key
     */
    void stored(Message message, boolean repeat);

    /** The message was refused, or what became of it is unknown, as the failure says. */
    void failed(Throwable failure);

    /**
     * Whether a new entry's event carries this outcome: then its observer calls {@link #stored}, unless the sender sees the
     * entry itself.
     */
    boolean travelsWithEntry();
}
