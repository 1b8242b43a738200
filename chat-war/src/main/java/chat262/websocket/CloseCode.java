package chat262.websocket;

/** The close codes of RFC 6455, section 7.4.1, that the server sends of itself; those of our own protocol are in {@code api.Live}. */
public final class CloseCode {
    /** The client has closed. */
    public static final int NORMAL = 1000;

    /** The client has been silent for too long. */
    public static final int GOING_AWAY = 1001;

    /** A frame breaks RFC 6455. */
    public static final int PROTOCOL_ERROR = 1002;

    /** A text is not UTF-8. */
    public static final int INVALID_PAYLOAD = 1007;

    /** The client sends faster than its frames can be handled. */
    public static final int POLICY_VIOLATION = 1008;

    /** A frame, or all frames of a message together, are over 64 KiB. */
    public static final int MESSAGE_TOO_BIG = 1009;

    private CloseCode() {}
}
