package chat262.connector;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;

/**
 * Connections that are to become WebSockets. They last, there are many of them, and some of their clients don't read: so
 * what waits on one is bounded, and the application can end one whatever waits.
 */
final class Upgrades {
    /** The request attribute for the application: a {@code Runnable} that ends the TCP connection at once. */
    private static final String CUT = "chat.connection.cut";

    /** Of what is written, the kernel holds so many bytes (Linux twice as many), where it would take megabytes. */
    private static final int KERNEL_BYTES = 64 * 1024;

    /** Grizzly takes more while less than this waits. */
    private static final int WAITING_BYTES = 32 * 1024;

    private Upgrades() {}

    /** Prepares the connection of a request that asks to become one. */
    static void prepare(HttpRequestPacket request, Connection<?> connection) {
        TCPNIOConnection tcp = (TCPNIOConnection) connection;
        request.setAttribute(CUT, (Runnable) connection::terminateSilently);
        tcp.setMaxAsyncWriteQueueSize(WAITING_BYTES);
        try {
            ((SocketChannel) tcp.getChannel()).setOption(StandardSocketOptions.SO_SNDBUF, KERNEL_BYTES);
        } catch (IOException e) {
            // The client is gone already, as the next read will tell.
            connection.closeSilently();
        }
    }
}
