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
 * Closes connections whose client may still be sending when it gets the last answer. If such a connection were closed at once,
 * with bytes unread, TCP would reset it, and a reset discards the answer on the client's side. So we close our direction, read
 * and discard the rest, and close the connection when the client closes its direction, or after a timeout.
 */
final class LingeringClose {
    private static final int TIMEOUT_SECONDS = 10;

    private static final Attribute<Boolean> LINGERING =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(LingeringClose.class.getName());

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "262chat lingering close");
        thread.setDaemon(true);
        return thread;
    });

    /** Whether what arrives on a connection is to be discarded. */
    boolean isLingering(Connection<?> connection) {
        return LINGERING.isSet(connection);
    }

    /** Closes a connection when the answer that is being written has been sent. */
    @SuppressWarnings("rawtypes") // as Grizzly's write method takes it
    EmptyCompletionHandler<WriteResult> afterAnswerOn(Connection<?> connection) {
        LINGERING.set(connection, Boolean.TRUE);
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
            clock.schedule(connection::closeSilently, TIMEOUT_SECONDS, TimeUnit.SECONDS);
            // Grizzly reads no more from a connection with a bad request, unless told to.
            connection.enableIOEvent(IOEvent.READ);
        } catch (IOException e) {
            // The client has closed the connection already.
            connection.closeSilently();
        }
    }
}
