package chat262.connector;

import chat262.api.server.RequestAttributes;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;

/**
 * Prepares connections that are to become WebSockets. They are many and long-lived, and some of their clients don't read: so
 * the output that waits on one is bounded, and the application can abort one whatever waits.
 */
final class WebSocketUpgrade {
    /** The kernel's send buffer (Linux doubles it), which would grow to megabytes. */
    private static final int SEND_BUFFER_BYTES = 64 * 1024;

    /** Grizzly accepts further output while less than this waits. */
    private static final int MAX_QUEUED_BYTES = 32 * 1024;

    private WebSocketUpgrade() {}

    /** Prepares the connection of a request for an upgrade. */
    static void prepare(HttpRequestPacket request, Connection<?> connection) {
        TCPNIOConnection tcp = (TCPNIOConnection) connection;
        request.setAttribute(RequestAttributes.ABORT_CONNECTION, (Runnable) connection::terminateSilently);
        tcp.setMaxAsyncWriteQueueSize(MAX_QUEUED_BYTES);
        try {
            ((SocketChannel) tcp.getChannel()).setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
        } catch (IOException e) {
            // The client has closed the connection already.
            connection.closeSilently();
        }
    }
}
