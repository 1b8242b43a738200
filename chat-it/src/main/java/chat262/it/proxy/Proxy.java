package chat262.it.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** Stands between clients and a server. Thread-safe. */
public final class Proxy implements AutoCloseable {
    private static final int BACKLOG = 100;

    /** Some holds are longer than the clients of the fault runs wait, some are shorter. */
    private static final int MAX_HOLD_MILLIS = 5_000;

    private final URI server;
    private final String scheme;
    private final ServerSocketFactory sockets;
    private final int port;
    private final Random random;
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final Map<FrameFault, Integer> doneToFrames = new EnumMap<>(FrameFault.class);
    private final RequestGate gate = new RequestGate();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listener;
    private volatile boolean webSocket = true;
    private volatile FaultRule rule = (method, path) -> Fault.NONE;
    private volatile FrameRule frameRule = (fromClient, frame) -> FrameFault.NONE;

    private Proxy(URI server, String scheme, ServerSocketFactory sockets, long seed) {
        this.server = server;
        this.scheme = scheme;
        this.sockets = sockets;
        this.random = new Random(seed);
        listen(0);
        port = listener.getLocalPort();
    }

    /** A proxy in front of a server. */
    public static Proxy of(URI server) {
        return of(server, 0);
    }

    /**
     * A proxy in front of a server.
     *
     * @param seed what everything random follows from
     */
    public static Proxy of(URI server, long seed) {
        return new Proxy(server, "http", ServerSocketFactory.getDefault(), seed);
    }

    /** A proxy to which connections are encrypted. */
    public static Proxy encrypted(URI server, SSLContext certificate) {
        return new Proxy(server, "https", certificate.getServerSocketFactory(), 0);
    }

    /** From now on, no connection becomes a WebSocket, as some proxies in companies have it. */
    public Proxy withoutWebSocket() {
        webSocket = false;
        return this;
    }

    /** The base URL for clients, with a slash at its end. */
    public URI url() {
        return URI.create(scheme + "://127.0.0.1:" + port + "/");
    }

    /** From now on, a rule names the fault for each request. */
    public void inject(FaultRule faults) {
        rule = faults;
    }

    /** From now on, a rule names the fault for each frame of a WebSocket. */
    public void injectIntoFrames(FrameRule faults) {
        frameRule = faults;
    }

    /** From now on, every request and every frame passes. */
    public void heal() {
        rule = (method, path) -> Fault.NONE;
        frameRule = (fromClient, frame) -> FrameFault.NONE;
    }

    /** Takes the server away: connections break, and new ones are refused. */
    public void disconnect() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(this::close);
    }

    /** Brings the server back, at the same address. */
    public void reconnect() {
        listen(port);
    }

    /** What every request passes through. */
    public RequestGate gate() {
        return gate;
    }

    /** How often each fault has been injected into a request. */
    public synchronized Map<Fault, Integer> done() {
        return new EnumMap<>(done);
    }

    /** How often each fault has been injected into a frame, with 0 for those that have not. */
    public synchronized Map<FrameFault, Integer> doneToFrames() {
        Map<FrameFault, Integer> all = new EnumMap<>(FrameFault.class);
        EnumSet.complementOf(EnumSet.of(FrameFault.NONE)).forEach(fault -> all.put(fault, 0));
        all.putAll(doneToFrames);
        return all;
    }

    /** How many connections clients have seen break by a fault. */
    public synchronized int cuts() {
        int ofRequests = sum(done, Fault::isCut);
        return ofRequests + sum(doneToFrames, FrameFault::isCut);
    }

    private static <F> int sum(Map<F, Integer> many, Predicate<F> which) {
        return many.entrySet().stream()
                .filter(each -> which.test(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    boolean passesWebSocket() {
        return webSocket;
    }

    Fault next(HttpMessage request) throws InterruptedException {
        Fault fault = rule.of(request.method(), request.path());
        if (fault != Fault.NONE) {
            synchronized (this) {
                done.merge(fault, 1, Integer::sum);
            }
        }
        return fault;
    }

    FrameFault next(boolean fromClient, WebSocketFrame frame) {
        FrameFault fault = frameRule.of(fromClient, frame);
        if (fault != FrameFault.NONE) {
            synchronized (this) {
                doneToFrames.merge(fault, 1, Integer::sum);
            }
        }
        return fault;
    }

    /** The first bytes of some, at least one, and not all of several. */
    byte[] part(byte[] whole) {
        return Arrays.copyOf(whole, 1 + below(whole.length - 1));
    }

    void hold() throws InterruptedException {
        Thread.sleep(below(MAX_HOLD_MILLIS));
    }

    /** A whole number from 0 up to, and without, a bound. */
    synchronized int below(int bound) {
        return random.nextInt(bound);
    }

    /** A new connection to the server. */
    Socket toServer() throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
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

    private void listen(int where) {
        try {
            ServerSocket fresh = sockets.createServerSocket(where, BACKLOG, InetAddress.getLoopbackAddress());
            listener = fresh;
            inBackground(() -> accept(fresh), "proxy");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                Socket client = from.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                if (from.isClosed()) {
                    close(client); // too late for disconnect() to have seen it
                }
                inBackground(() -> new ProxyConnection(this, client).run(), "proxy connection");
            }
        } catch (IOException e) {
            // Closed: no client comes any more.
            return;
        }
    }

    /** Breaks all connections and accepts no more. */
    @Override
    public void close() {
        disconnect();
    }
}
