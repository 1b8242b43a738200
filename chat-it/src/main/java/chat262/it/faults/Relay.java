package chat262.it.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;

/** One client's connection through the {@link Proxy}, request by request. */
final class Relay {
    /** Longer than clients wait, and shorter. */
    private static final int LONGEST_HOLD_MILLIS = 5_000;

    /** The answer that makes a WebSocket of a connection. */
    private static final int SWITCHING = 101;

    private final Proxy proxy;
    private final Socket client;
    private InputStream fromClient;
    private Socket server;
    private InputStream fromServer;

    Relay(Proxy proxy, Socket client) {
        this.proxy = proxy;
        this.client = client;
    }

    void run() {
        try {
            fromClient = Proxy.buffered(client);
            boolean going = true;
            while (going) {
                Optional<Frame> request = Frame.request(fromClient);
                going = request.isPresent() && relay(request.get());
            }
        } catch (IOException | InterruptedException e) {
            // One of the two has gone, and with it the connection.
            return;
        } finally {
            proxy.close(client);
            closeServer();
        }
    }

    /** Returns whether the connection goes on. */
    private boolean relay(Frame request) throws IOException, InterruptedException {
        Optional<NetFault> fault = proxy.next(request);
        if (fault.isEmpty()) {
            return answer(exchange(request));
        }
        return switch (fault.get()) {
            case REQUEST_CUT -> {
                deliver(part(request.bytes()));
                yield false;
            }
            case ANSWER_LOST -> {
                exchange(request);
                yield false;
            }
            case ANSWER_CUT -> {
                client.getOutputStream().write(part(exchange(request).bytes()));
                yield false;
            }
            case REQUEST_HELD -> answer(late(request));
            case ANSWER_HELD -> {
                Frame answer = exchange(request);
                hold();
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
                proxy.gate().enter(request.kind());
                proxy.inBackground(() -> again(request), "proxy duplicate");
                yield answer(exchange(request));
            }
        };
    }

    /** Lets the server have a request and returns its answer. */
    private Frame exchange(Frame request) throws IOException, InterruptedException {
        proxy.gate().enter(request.kind());
        try {
            return ask(request);
        } finally {
            proxy.gate().leave(request.kind());
        }
    }

    /** The same where the client hears of nothing, not even that the server has died with it. */
    private void exchangeUnheard(Frame request) throws InterruptedException {
        try {
            exchange(request);
        } catch (IOException e) {
            return;
        }
    }

    private Frame late(Frame request) throws IOException, InterruptedException {
        proxy.gate().enter(request.kind());
        try {
            hold();
            return ask(request);
        } finally {
            proxy.gate().leave(request.kind());
        }
    }

    private Frame ask(Frame request) throws IOException {
        deliver(request.bytes());
        return Frame.answer(fromServer);
    }

    /** The same request on a connection of its own, whose answer nobody reads. It has entered the gate already. */
    private void again(Frame request) {
        Socket other = null;
        try {
            if (proxy.below(4) > 0) {
                hold();
            }
            other = proxy.toServer();
            other.getOutputStream().write(request.bytes());
            Frame.answer(Proxy.buffered(other));
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

    private boolean answer(Frame answer) throws IOException {
        client.getOutputStream().write(answer.bytes());
        if (answer.status() == SWITCHING) {
            tunnel();
            return false;
        }
        boolean closes =
                answer.header("Connection").filter("close"::equalsIgnoreCase).isPresent();
        return !closes;
    }

    /** What is no longer HTTP goes through as it is, until one of the two closes. */
    private void tunnel() throws IOException {
        proxy.inBackground(this::copyBack, "proxy tunnel");
        fromClient.transferTo(server.getOutputStream());
    }

    private void copyBack() {
        try {
            fromServer.transferTo(client.getOutputStream());
        } catch (IOException e) {
            // One of the two has gone, and with it the connection.
            return;
        } finally {
            proxy.close(client);
        }
    }

    private void deliver(byte[] bytes) throws IOException {
        if (server == null) {
            server = proxy.toServer();
            server.setTcpNoDelay(true);
            fromServer = Proxy.buffered(server);
        }
        server.getOutputStream().write(bytes);
    }

    private byte[] part(byte[] whole) {
        byte[] part = new byte[1 + proxy.below(whole.length - 1)];
        System.arraycopy(whole, 0, part, 0, part.length);
        return part;
    }

    private void hold() throws InterruptedException {
        Thread.sleep(proxy.below(LONGEST_HOLD_MILLIS));
    }

    private void closeServer() {
        if (server != null) {
            proxy.close(server);
        }
    }
}
