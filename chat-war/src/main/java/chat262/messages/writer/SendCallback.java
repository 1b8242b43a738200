package chat262.messages.writer;

import chat262.api.Message;

/** Gets the outcome of a send, once: when that is final for this attempt. */
public interface SendCallback {
    /**
     * The message is durable, in its place.
     *
     * @param repeat whether an earlier send had stored it under the same key
     */
    void stored(Message message, boolean repeat);

    /** The message was refused, or what became of it is unknown, as the failure says. */
    void failed(Throwable failure);

    /**
     * Whether a new entry's event carries this callback: then its observer calls {@link #stored}, unless the sender sees the
     * entry itself.
     */
    boolean travelsWithEntry();
}
