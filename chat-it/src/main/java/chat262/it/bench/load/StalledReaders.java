package chat262.it.bench.load;

import chat262.it.client.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Sockets on the live stream whose clients read nothing. */
public final class StalledReaders implements AutoCloseable {
    private static final int SMALL = 4096;

    /** {@code HTTP/1.1 101}: from then on the server means it. */
    private static final int STATUS_BYTES = 12;

    private static final int MILLIS_OF_SILENCE = 10;

    /** What was on its way to all of them comes within this, also to the last that is asked. */
    private static final Duration END_TIMEOUT = Duration.ofSeconds(20);

    private final List<Socket> sockets = new ArrayList<>();

    /** Opens so many sockets of one member. */
    public StalledReaders(InetSocketAddress address, Person member, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            sockets.add(socket);
            socket.setReceiveBufferSize(SMALL);
            socket.connect(address);
            socket.getOutputStream().write(StreamSocket.handshake(address, member.token()));
            if (!new String(socket.getInputStream().readNBytes(STATUS_BYTES)).endsWith("101")) {
                throw new IOException("the server refused a socket");
            }
        }
    }

    /** How many of them the server has dropped; what is left in their connections is read and thrown away. */
    public int dropped() throws IOException {
        List<Socket> left = new ArrayList<>(sockets);
        long deadline = System.nanoTime() + END_TIMEOUT.toNanos();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            for (Iterator<Socket> some = left.iterator(); some.hasNext(); ) {
                if (hasEnded(some.next())) {
                    some.remove();
                }
            }
        }
        return sockets.size() - left.size();
    }

    /** Whether the end has come by now. If not, more may still be under way: TCP takes its time with a window that was shut. */
    private static boolean hasEnded(Socket socket) throws IOException {
        socket.setSoTimeout(MILLIS_OF_SILENCE);
        try {
            return socket.getInputStream().transferTo(OutputStream.nullOutputStream()) >= 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true; // reset, with something unsent
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
