package chat262.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/** Members on the live stream, read by one thread of their own, which counts what they get. */
final class Receivers implements AutoCloseable {
    private static final long MILLIS_BETWEEN_LOOKS = 100;

    private final Selector selector = Selector.open();
    private final List<StreamSocket> sockets = new ArrayList<>();
    private final Reading reading;
    private Latencies latencies = new Latencies();
    private long deliveries;

    /** Connects one member for each token and waits until all are greeted. */
    Receivers(InetSocketAddress address, List<String> tokens, boolean acknowledge) throws IOException {
        for (String token : tokens) {
            StreamSocket socket = new StreamSocket(address, token, this::message);
            sockets.add(socket);
            socket.listen(selector);
        }
        reading = new Reading("receivers", selector, attachment -> ((StreamSocket) attachment).read(acknowledge));
    }

    private synchronized void message(long sentAt) {
        deliveries++;
        if (sentAt > 0) {
            latencies.add(System.nanoTime() - sentAt);
        }
    }

    /** How many messages have come, to all of them together. */
    synchronized long deliveries() {
        return deliveries;
    }

    /** How long the messages took that came since the last time this was asked. */
    synchronized Latencies takeLatencies() {
        Latencies taken = latencies;
        latencies = new Latencies();
        return taken;
    }

    /** Fails if a member has lost its socket. */
    void check() throws IOException {
        reading.check("a member lost its socket");
    }

    /** Waits until so many messages have come; fails if the server stops delivering them. */
    void await(long count) throws IOException, InterruptedException {
        long before = -1;
        for (int still = 0; deliveries() < count; ) {
            check();
            still = deliveries() == before ? still + 1 : 0;
            before = deliveries();
            if (still * MILLIS_BETWEEN_LOOKS > 20_000) {
                throw new IOException(before + " of " + count + " deliveries came, and no more");
            }
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }

    @Override
    public void close() {
        reading.close();
        try {
            for (StreamSocket socket : sockets) {
                socket.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
