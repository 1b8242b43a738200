package chat262.connector;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;

/**
 * Connections that got their last answer while the client may still be sending. Closed at once, with bytes unread, TCP
 * would reset them, and a reset wipes out the answer on the client's side. So: our side ends, the rest is read and thrown
 * away, and the connection closes when the client ends too, at the latest after some seconds.
 */
final class Lingering {
    private static final int MOST_SECONDS = 10;

    private static final Attribute<Boolean> LINGERS =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Lingering.class.getName());

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "262chat lingering connections");
        thread.setDaemon(true);
        return thread;
    });

    /** Whether what arrives on a connection is to be thrown away. */
    boolean isLingering(Connection<?> connection) {
        return LINGERS.isSet(connection);
    }

    /** Ends a connection when the answer that is being written is out. */
    @SuppressWarnings("rawtypes") // Grizzly asks for it raw
    EmptyCompletionHandler<WriteResult> afterAnswerOn(Connection<?> connection) {
        LINGERS.set(connection, Boolean.TRUE);
        return new EmptyCompletionHandler<>() {
            @Override
            public void completed(WriteResult result) {
                linger(connection);
            }

            @Override
            public void failed(Throwable reason) {
                connection.closeSilently();
            }

            @Override
            public void cancelled() {
                connection.closeSilently();
            }
        };
    }

    private void linger(Connection<?> connection) {
        try {
            ((java.nio.channels.SocketChannel) ((TCPNIOConnection) connection).getChannel()).shutdownOutput();
            clock.schedule(connection::closeSilently, MOST_SECONDS, TimeUnit.SECONDS);
            // Grizzly reads no more from a connection with a bad request, unless told to.
            connection.enableIOEvent(IOEvent.READ);
        } catch (IOException e) {
            // The client is gone already.
            connection.closeSilently();
        }
    }
}
