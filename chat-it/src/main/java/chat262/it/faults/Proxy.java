package chat262.it.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between clients and the server and does to some requests what networks do. Which requests and what follows from
 * a seed. Thread-safe.
 */
final class Proxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int serverPort;
    private final Random random;
    private final Map<NetFault, Integer> done = new EnumMap<>(NetFault.class);
    private final Gate gate = new Gate();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private int changesPerMille;
    private int readsPerMille;

    private Proxy(ServerSocket listener, int serverPort, long seed) {
        this.listener = listener;
        this.serverPort = serverPort;
        this.random = new Random(seed);
    }

    /** Opens the way to a server's port on this machine. It is faithful until it is {@linkplain #spoil told otherwise}. */
    static Proxy before(int serverPort, long seed) throws IOException {
        Proxy proxy = new Proxy(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), serverPort, seed);
        proxy.inBackground(proxy::accept, "proxy");
        return proxy;
    }

    /** Where clients go. */
    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    /**
     * Spoils so many requests in a thousand from now on.
     *
     * @param changes of those that change something
     * @param reads of those that only fetch, which are many
     */
    synchronized void spoil(int changes, int reads) {
        changesPerMille = changes;
        readsPerMille = reads;
    }

    /** What every request goes through. */
    Gate gate() {
        return gate;
    }

    /** How often each fault has been done. */
    synchronized Map<NetFault, Integer> done() {
        return new EnumMap<>(done);
    }

    /** How many connections clients have seen break. */
    synchronized int cuts() {
        return done.entrySet().stream()
                .filter(each -> each.getKey().isCut())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The fault for a request; empty for none. */
    synchronized Optional<NetFault> next(Frame request) {
        int perMille = Frame.isRead(request.kind()) ? readsPerMille : changesPerMille;
        NetFault[] all = NetFault.values();
        NetFault fault = all[random.nextInt(all.length)];
        if (random.nextInt(1000) >= perMille) {
            return Optional.empty();
        }
        done.merge(fault, 1, Integer::sum);
        return Optional.of(fault);
    }

    /** A whole number from 0 up to, and without, a bound. */
    synchronized int below(int bound) {
        return random.nextInt(bound);
    }

    /** A new connection to the server. */
    Socket toServer() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        open.add(socket);
        return socket;
    }

    void inBackground(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    void close(Socket socket) {
        try {
            open.remove(socket);
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
            return;
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                inBackground(() -> new Relay(this, client).run(), "proxy relay");
            }
        } catch (IOException e) {
            // Closed: nobody comes any more.
            return;
        }
    }

    /** Breaks everything that is open, and lets nobody in. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        open.forEach(this::close);
    }

    static InputStream buffered(Socket socket) throws IOException {
        return new BufferedInputStream(socket.getInputStream());
    }
}
