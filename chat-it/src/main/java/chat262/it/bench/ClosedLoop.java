package chat262.it.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Connections that each make their next call as soon as the last is answered, all from the calling thread. */
final class ClosedLoop implements AutoCloseable {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();

    ClosedLoop(InetSocketAddress address, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            connections.add(new Connection(address, selector));
        }
    }

    /**
     * Makes calls for some time, each connection its own one.
     *
     * @param calls as many as there are connections
     * @return how long those took that were answered within that time
     */
    Latencies run(List<Call> calls, Duration time) throws IOException {
        Latencies latencies = new Latencies();
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < connections.size(); i++) {
            connections.get(i).send(calls.get(i));
        }
        int underWay = connections.size();
        while (underWay > 0) {
            if (selector.select(ANSWER_TIMEOUT.toMillis()) == 0) {
                throw new IOException("no answer for " + ANSWER_TIMEOUT.toSeconds() + " s");
            }
            for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); keys.remove()) {
                Connection connection = (Connection) keys.next().attachment();
                long took = connection.read();
                if (took < 0) {
                    continue;
                }
                if (System.nanoTime() < end) {
                    latencies.add(took);
                    connection.sendAgain();
                } else {
                    underWay--;
                }
            }
        }
        return latencies;
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
        selector.close();
    }
}
