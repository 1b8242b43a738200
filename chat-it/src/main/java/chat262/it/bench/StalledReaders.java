package chat262.it.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Sockets on the live stream that nobody reads. */
final class StalledReaders implements AutoCloseable {
    private static final int SMALL = 4096;

    /** {@code HTTP/1.1 101}: from then on the server means it. */
    private static final int STATUS_BYTES = 12;

    private static final int MILLIS_OF_SILENCE = 100;

    private final List<Socket> sockets = new ArrayList<>();

    StalledReaders(InetSocketAddress address, String token, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            sockets.add(socket);
            socket.setReceiveBufferSize(SMALL);
            socket.connect(address);
            socket.getOutputStream().write(StreamSocket.handshake(address, token));
            if (!new String(socket.getInputStream().readNBytes(STATUS_BYTES)).endsWith("101")) {
                throw new IOException("the server refused a socket");
            }
        }
    }

    /** How many of them the server has dropped; what is left in their connections is read and thrown away. */
    int dropped() throws IOException {
        int dropped = 0;
        for (Socket socket : sockets) {
            dropped += hasEnded(socket) ? 1 : 0;
        }
        return dropped;
    }

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
