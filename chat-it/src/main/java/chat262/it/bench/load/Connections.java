package chat262.it.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/** HTTP connections that each make a call of their own again and again, read by one thread. */
public final class Connections implements AutoCloseable {
    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();
    private final Reading reading;

    /** Opens a connection for each of some calls. */
    public Connections(InetSocketAddress address, List<Call> calls) throws IOException {
        for (Call call : calls) {
            Connection connection = new Connection(address);
            connections.add(connection);
            connection.listen(selector, call);
        }
        reading = new Reading("answers", selector, attachment -> ((Connection) attachment).read());
    }

    public Lines lines() {
        return new Lines(connections, () -> reading.check("answers can't be read any more"));
    }

    @Override
    public void close() throws IOException {
        reading.close();
        for (Connection connection : connections) {
            connection.close();
        }
        selector.close();
    }
}
