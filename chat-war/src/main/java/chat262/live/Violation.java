package chat262.live;

/** What a client may not send: its connection is closed with this code. */
final class Violation extends Exception {
    /** The frame breaks RFC 6455. */
    static final int NOT_WEBSOCKET = 1002;

    /** A text that is not UTF-8. */
    static final int NOT_UTF8 = 1007;

    /** More frames than can wait. */
    static final int TOO_MANY = 1008;

    /** A frame, or all frames of a message, over 64 KiB. */
    static final int TOO_LARGE = 1009;

    private final int code;

    Violation(int code, String message) {
        super(message, null, false, false); // no stack trace: it is an answer, not a fault
        this.code = code;
    }

    int code() {
        return code;
    }
}
