package chat262.api.server;

/** The request attributes by which the connector and the application communicate. */
public final class RequestAttributes {
    /**
     * Set by the connector on each request for a WebSocket: a {@code Runnable} that ends the TCP connection at once, whatever
     * waits to be written.
     */
    public static final String ABORT_CONNECTION = "chat.connection.abort";

    /**
     * Set by the connector on each request: a {@code Runnable} that the application runs when it has decided the answer of a
     * call, or made an error page. The connector sends no success of a call without that, and no error page.
     */
    public static final String ANSWERED = "chat.call.answered";

    private RequestAttributes() {}
}
