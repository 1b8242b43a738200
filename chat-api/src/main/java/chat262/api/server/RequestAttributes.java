package chat262.api.server;

/** The request attributes by which the connector and the application communicate. */
public final class RequestAttributes {
    /**
     * Set by the connector on each request for a WebSocket: a {@code Runnable} that ends the TCP connection at once, whatever
     * waits to be written.
     */
    public static final String ABORT_CONNECTION = "chat.connection.abort";

    private RequestAttributes() {}
}
