package chat262.websocket;

import chat262.api.Live;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One WebSocket connection. Made by the container, which needs the class public. Nothing in it blocks. Thread-safe. */
public class WebSocketConnection implements HttpUpgradeHandler {
    private static final Logger LOG = Logger.getLogger(WebSocketConnection.class.getName());
    private static final int READ_BUFFER_BYTES = 2048;

    private static final long SILENCE_TIMEOUT_NANOS =
            Duration.ofSeconds(Live.SILENCE_SECONDS).toNanos();

    private final ConnectionState state = new ConnectionState();
    private final SendQueue queue = new SendQueue(new Output());
    private final Input input = new Input();

    private WebSocketListener listener;
    private Runnable abort = () -> {};
    private WebConnection connection;
    private volatile long lastReadAt = System.nanoTime();

    /** Made by the container. */
    public WebSocketConnection() {}

    /** Sets what gets the events; called before the container begins the connection. */
    public void setListener(WebSocketListener events) {
        listener = events;
    }

    /** Sets what ends the TCP connection whatever waits to be written; called before the container begins it. */
    void setAbort(Runnable hardEnd) {
        abort = hardEnd;
    }

    @Override
    public void init(WebConnection web) {
        connection = web;
        if (listener == null) { // the handshake failed at the last moment, and its answer ends the connection
            state.close();
            return;
        }
        listener.opened();
        try {
            input.in = web.getInputStream();
            queue.open(web.getOutputStream());
            input.in.setReadListener(input);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "A connection ended before it began", e);
            terminate();
        }
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    /** Does what is due at a time by {@code System.nanoTime()}; to be called about twice a second. */
    public void tick(long now) {
        if (state.isCloseOverdue(now)) {
            abort.run();
            terminate();
        } else if (state.isOpen() && now - lastReadAt >= SILENCE_TIMEOUT_NANOS) {
            close(CloseCode.GOING_AWAY, "nothing was heard for 60 s");
        }
    }

    /** Sends the first frame, for which all others wait, also those that were sent before. */
    public void sendFirst(byte[] frame) {
        queue.offerFirst(frame);
    }

    /** Sends a frame; a client that is too far behind is disconnected instead. */
    public void send(byte[] frame) {
        queue(frame);
        flush();
    }

    /** Adds a frame that is sent with the next {@link #flush}, together with others; a client too far behind is disconnected. */
    public void queue(byte[] frame) {
        if (!queue.add(frame)) {
            close(Live.TOO_SLOW, "too slow: connect again and fetch");
        }
    }

    /** Sends what was queued. */
    public void flush() {
        queue.write();
    }

    /** Closes the connection: it is gone when the client has answered, or five seconds later. */
    public void close(int code, String reason) {
        if (state.beginClosing()) {
            listener.closing();
            queue.end(FrameEncoder.close(code, reason), code == Live.TOO_SLOW);
        }
    }

    /** Ends the connection now. */
    public void terminate() {
        if (!state.close()) {
            return;
        }
        listener.closed();
        try {
            connection.close();
        } catch (Exception e) { // WebConnection declares no less
            LOG.log(Level.FINE, "A connection was gone before it was closed", e);
        }
    }

    @Override
    public void destroy() {
        terminate();
    }

    /** Reads what the client sends. */
    private final class Input implements ReadListener, FrameDecoder.Listener {
        private final FrameDecoder decoder = new FrameDecoder(this);
        private ServletInputStream in;

        /** After the client's last frame, or one that can't be read, the rest is discarded. */
        private boolean inputClosed;

        @Override
        public void onDataAvailable() throws IOException {
            byte[] bytes = new byte[READ_BUFFER_BYTES];
            while (in.isReady()) {
                int count = in.read(bytes);
                if (count < 0) {
                    return;
                }
                lastReadAt = System.nanoTime();
                decode(bytes, count);
            }
        }

        private void decode(byte[] bytes, int count) {
            if (inputClosed) {
                return; // read nevertheless: unread bytes would make TCP discard our close frame
            }
            try {
                decoder.decode(bytes, 0, count);
            } catch (WebSocketError e) {
                inputClosed = true;
                close(e.code(), e.getMessage());
            }
        }

        @Override
        public void onAllDataRead() {
            terminate();
        }

        @Override
        public void onError(Throwable failure) {
            terminate();
        }

        @Override
        public void text(String text) {
            if (state.isOpen()) {
                listener.text(text);
            }
        }

        @Override
        public void binary() {
            if (state.isOpen()) {
                listener.binary();
            }
        }

        @Override
        public void ping(byte[] payload) {
            send(FrameEncoder.pong(payload));
        }

        @Override
        public void closeFrame(int code) {
            inputClosed = true;
            close(code, "");
            if (state.inputDone()) {
                terminate();
            }
        }
    }

    /** Hears how writing ends. */
    private final class Output implements SendQueue.Listener {
        @Override
        public void lastWritten() {
            if (state.outputDone()) {
                terminate();
            }
        }

        @Override
        public void broken() {
            terminate();
        }
    }
}
