package chat262.websocket;

/** A client broke the protocol; the connection is to be closed with this code. */
final class WebSocketError extends Exception {
    private final int code;

    WebSocketError(int code, String message) {
        super(message, null, false, false); // no stack trace: it is an answer, not a fault
        this.code = code;
    }

    /** One of {@link CloseCode}. */
    int code() {
        return code;
    }
}
