package chat262.it.proxy;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** One client's connection through the {@link Proxy}, request by request. */
final class ProxyConnection {
    /** The answer that makes a WebSocket of a connection. */
    private static final int SWITCHING = 101;

    private static final Set<String> UPGRADE_HEADERS = Set.of("connection", "upgrade", "http2-settings");

    private static final String PROBLEM = "{\"type\":\"about:blank\",\"title\":\"It failed\",\"status\":500}";

    private static final byte[] FAILURE =
            ("HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/problem+json\r\nContent-Length: "
                            + PROBLEM.length() + "\r\n\r\n" + PROBLEM)
                    .getBytes(StandardCharsets.US_ASCII);

    private static final byte[] FORBIDDING =
            ("HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 16\r\n\r\n<h1>Forbidden\n\n\n")
                    .getBytes(StandardCharsets.US_ASCII);

    private final Proxy proxy;
    private final Socket client;
    private InputStream fromClient;
    private String userAgent = "";
    private Socket server;
    private InputStream fromServer;

    ProxyConnection(Proxy proxy, Socket client) {
        this.proxy = proxy;
        this.client = client;
    }

    void run() {
        try {
            fromClient = buffered(client);
            boolean going = true;
            while (going) {
                Optional<HttpMessage> request = HttpMessage.request(fromClient);
                userAgent = request.flatMap(it -> it.header("User-Agent")).orElse("");
                going = request.isPresent() && relay(adapted(request.get()));
            }
        } catch (IOException | InterruptedException e) {
            // One of the two has gone, and with it the connection.
            return;
        } finally {
            proxy.close(client);
            closeServer();
        }
    }

    static InputStream buffered(Socket socket) throws IOException {
        return new BufferedInputStream(socket.getInputStream());
    }

    private HttpMessage adapted(HttpMessage request) {
        return proxy.passesWebSocket() ? request : request.without(UPGRADE_HEADERS);
    }

    /** Returns whether the connection goes on. */
    private boolean relay(HttpMessage request) throws IOException, InterruptedException {
        return switch (proxy.next(request)) {
            case NONE -> answer(exchange(request));
            case REQUEST_LOST -> false;
            case FAILED -> {
                client.getOutputStream().write(FAILURE);
                yield true;
            }
            case FORBIDDEN -> {
                client.getOutputStream().write(FORBIDDING);
                yield true;
            }
            case REQUEST_CUT -> {
                deliver(proxy.part(request.bytes()));
                yield false;
            }
            case ANSWER_LOST -> {
                exchange(request);
                yield false;
            }
            case ANSWER_CUT -> {
                client.getOutputStream().write(proxy.part(exchange(request).bytes()));
                yield false;
            }
            case REQUEST_HELD -> answer(late(request));
            case ANSWER_HELD -> {
                HttpMessage answer = exchange(request);
                proxy.hold();
                yield answer(answer);
            }
            case HALF_CLOSED -> {
                client.shutdownOutput();
                exchange(request);
                yield false;
            }
            case HALF_OPEN -> {
                exchangeUnheard(request);
                // Until the client gives up; whatever the server has said goes nowhere.
                yield fromClient.read() >= 0;
            }
            case DUPLICATED -> {
                enter(request);
                proxy.inBackground(() -> again(request), "proxy duplicate");
                yield answer(exchange(request));
            }
        };
    }

    /** Passes a request on and returns its answer. */
    private HttpMessage exchange(HttpMessage request) throws IOException, InterruptedException {
        enter(request);
        try {
            return ask(request);
        } finally {
            proxy.gate().leave(request.kind());
        }
    }

    /** The same, but the client does not even notice if the server dies with it. */
    private void exchangeUnheard(HttpMessage request) throws InterruptedException {
        try {
            exchange(request);
        } catch (IOException e) {
            return;
        }
    }

    private HttpMessage late(HttpMessage request) throws IOException, InterruptedException {
        enter(request);
        try {
            proxy.hold();
            return ask(request);
        } finally {
            proxy.gate().leave(request.kind());
        }
    }

    /**
     * A request sets out. A watched one whose client has gone while it was kept back goes no further, as if the network had lost
     * it: the client may have been told of another copy that it is refused.
     */
    private void enter(HttpMessage request) throws IOException, InterruptedException {
        proxy.gate().enter(request.kind());
        boolean setsOut = false;
        try {
            setsOut = !proxy.gate().isWatched(request.kind()) || isClientThere();
        } finally {
            if (!setsOut) {
                proxy.gate().leave(request.kind());
            }
        }
        if (!setsOut) {
            throw new EOFException("the client has gone");
        }
    }

    private boolean isClientThere() throws IOException {
        client.setSoTimeout(1);
        fromClient.mark(1);
        try {
            boolean there = fromClient.read() >= 0;
            fromClient.reset();
            return there;
        } catch (SocketTimeoutException e) {
            return true; // it waits for its answer
        } finally {
            client.setSoTimeout(0);
        }
    }

    private HttpMessage ask(HttpMessage request) throws IOException {
        deliver(request.bytes());
        return HttpMessage.answer(fromServer);
    }

    /** The same request on a connection of its own, whose answer no client reads. It has entered the gate already. */
    private void again(HttpMessage request) {
        Socket other = null;
        try {
            if (proxy.below(4) > 0) {
                proxy.hold();
            }
            other = proxy.toServer();
            other.getOutputStream().write(request.bytes());
            HttpMessage.answer(buffered(other));
        } catch (IOException | InterruptedException e) {
            // The server is away: then this one is lost.
            return;
        } finally {
            if (other != null) {
                proxy.close(other);
            }
            proxy.gate().leave(request.kind());
        }
    }

    private boolean answer(HttpMessage answer) throws IOException {
        client.getOutputStream().write(answer.bytes());
        if (answer.status() == SWITCHING) {
            new FrameTunnel(proxy, client, fromClient, server, fromServer, new PendingSends(proxy.gate(), userAgent))
                    .run();
            return false;
        }
        boolean closes =
                answer.header("Connection").filter("close"::equalsIgnoreCase).isPresent();
        return !closes;
    }

    private void deliver(byte[] bytes) throws IOException {
        if (server == null) {
            server = proxy.toServer();
            fromServer = buffered(server);
        }
        server.getOutputStream().write(bytes);
    }

    private void closeServer() {
        if (server != null) {
            proxy.close(server);
        }
    }
}
