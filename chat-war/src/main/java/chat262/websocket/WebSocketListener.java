package chat262.websocket;

/** Gets the events of one connection. Called by threads of the container or of a sender; no method may block. */
public interface WebSocketListener {
    /** The connection exists; what is sent from now on is written as soon as its streams are open. */
    void opened();

    /** A text message, of a connection that is open. */
    void text(String text);

    /** A binary message, of a connection that is open. */
    void binary();

    /** The connection begins to close: what is sent from now on goes nowhere. Called once at most. */
    void closing();

    /** The connection is closed. Called once, without {@link #closing} if it just broke. */
    void closed();
}
