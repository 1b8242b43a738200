package chat262.api.server;

/** The request attributes by which the connector and the application communicate. */
public final class RequestAttributes {
    /**
     * Set by the connector on each request for a WebSocket: a {@code Runnable} that ends the TCP connection at once, whatever
     * waits to be written.
     */
    public static final String ABORT_CONNECTION = "chat.connection.abort";

    /**
     * Set by the connector on each call under the base path: a {@code Runnable} that the application runs when it has decided
     * the answer. The connector sends no success without that.
     */
    public static final String ANSWERED = "chat.call.answered";

    private RequestAttributes() {}
}
