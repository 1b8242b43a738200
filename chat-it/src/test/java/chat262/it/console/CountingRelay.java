package chat262.it.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to the server that passes everything on, and counts how often the list of rooms is asked for. */
final class CountingRelay implements AutoCloseable {
    private static final String REQUEST = "GET /api/v1/rooms?";

    private final ServerSocket listener;
    private final int serverPort;
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    CountingRelay(URI server) throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        serverPort = server.getPort();
        inBackground(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** How often the list was asked for so far. */
    int requests() {
        return requests.get();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            open.add(client);
            open.add(server);
            inBackground(() -> pass(client, server, true));
            inBackground(() -> pass(server, client, false));
        }
    }

    private void pass(Socket from, Socket to, boolean counted) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                // Requests are small and come one at a time, so each begins a packet.
                if (counted && new String(bytes, 0, n, StandardCharsets.ISO_8859_1).startsWith(REQUEST)) {
                    requests.incrementAndGet();
                }
                out.write(bytes, 0, n);
            }
        }
    }

    /** Work that ends when its connection does. */
    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // Closed.
                        return;
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
