package chat262.it.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A connection that has become a WebSocket, frame by frame. What a client sends is read at once, so that it is known to be on
 * its way, and passed on in its order.
 */
final class FrameTunnel {
    private final Proxy proxy;
    private final Socket client;
    private final InputStream fromClient;
    private final Socket server;
    private final InputStream fromServer;
    private final PendingSends sends;
    private final BlockingQueue<Optional<WebSocketFrame>> arrived = new LinkedBlockingQueue<>();
    private volatile boolean silent;
    private volatile boolean clientGone;

    FrameTunnel(
            Proxy proxy,
            Socket client,
            InputStream fromClient,
            Socket server,
            InputStream fromServer,
            PendingSends sends) {
        this.proxy = proxy;
        this.client = client;
        this.fromClient = fromClient;
        this.server = server;
        this.fromServer = fromServer;
        this.sends = sends;
    }

    /** Returns when the connection to the server has ended; the client's may have before. */
    void run() {
        proxy.inBackground(this::readClient, "proxy tunnel reader");
        proxy.inBackground(this::passToServer, "proxy tunnel");
        try {
            for (Optional<WebSocketFrame> frame = WebSocketFrame.read(fromServer);
                    frame.isPresent();
                    frame = WebSocketFrame.read(fromServer)) {
                sends.answered(frame.get());
                passToClient(frame.get());
            }
        } catch (IOException | InterruptedException e) {
            // It has gone, and with it the connection.
            return;
        } finally {
            sends.end();
            cut();
            proxy.close(server);
        }
    }

    private void readClient() {
        try {
            Optional<WebSocketFrame> frame = WebSocketFrame.read(fromClient);
            while (frame.isPresent()) {
                sends.arrived(frame.get());
                arrived.add(frame);
                frame = WebSocketFrame.read(fromClient);
            }
        } catch (IOException e) {
            // It has gone; what it has sent before goes on.
            return;
        } finally {
            arrived.add(Optional.empty());
        }
    }

    private void passToServer() {
        boolean goes = true;
        try {
            for (Optional<WebSocketFrame> next = arrived.take(); next.isPresent(); next = arrived.take()) {
                if (goes) {
                    goes = passOn(next.get());
                } else {
                    sends.dropped(next.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            cut();
        }
    }

    /** Returns whether anything goes on to the server after this frame. */
    private boolean passOn(WebSocketFrame frame) throws InterruptedException {
        FrameFault fault = proxy.next(true, frame);
        try {
            switch (fault) {
                case CLIENT_FRAME_CUT -> {
                    sends.dropped(frame);
                    server.getOutputStream().write(proxy.part(frame.bytes()));
                }
                case CLIENT_FRAME_HELD -> {
                    proxy.hold();
                    deliver(frame);
                }
                case HALF_OPEN -> {
                    silent = true;
                    deliver(frame);
                }
                default -> deliver(frame);
            }
        } catch (IOException e) {
            cut();
            return false;
        }
        if (fault.isCut()) {
            cut();
        }
        return !fault.isCut();
    }

    private void deliver(WebSocketFrame frame) throws IOException, InterruptedException {
        sends.setsOut(frame);
        server.getOutputStream().write(frame.bytes());
    }

    private void passToClient(WebSocketFrame frame) throws InterruptedException {
        if (clientGone) {
            cut();
            return;
        }
        FrameFault fault = silent ? FrameFault.NONE : proxy.next(false, frame);
        if (fault == FrameFault.SERVER_FRAME_HELD) {
            proxy.hold();
        }
        try {
            if (!silent) {
                boolean whole = fault != FrameFault.SERVER_FRAME_CUT;
                client.getOutputStream().write(whole ? frame.bytes() : proxy.part(frame.bytes()));
            }
        } catch (IOException e) {
            cut();
            return;
        }
        if (fault.isCut()) {
            cut();
        }
    }

    /** Ends the client's side, and the server's as soon as nothing is awaited from it. */
    private void cut() {
        clientGone = true;
        proxy.close(client);
        if (!sends.areWatched()) {
            proxy.close(server);
        }
    }
}
