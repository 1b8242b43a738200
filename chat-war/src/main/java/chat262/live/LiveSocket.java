package chat262.live;

import chat262.accounts.Caller;
import chat262.api.Live;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One connection of one session. Made by the container, which needs it public. Nothing here waits: not for the client, and
 * not for another thread.
 */
public class LiveSocket implements HttpUpgradeHandler, ReadListener, FrameReader.Listener, SendQueue.Listener {
    private static final Logger LOG = Logger.getLogger(LiveSocket.class.getName());
    private static final int BYTES_AT_ONCE = 2048;

    /** Only ever further: open, closing once either side has said so, over. */
    private enum State {
        OPEN,
        CLOSING,
        OVER
    }

    private static final int NORMAL = 1000;

    private static final int GOING_AWAY = 1001;

    /** How long a closing socket may wait for its client; the protocol says five seconds, and the clock ticks. */
    private static final long MOST_CLOSING_NANOS = Duration.ofMillis(4_500).toNanos();

    private static final long SILENCE_NANOS =
            Duration.ofSeconds(Live.SILENCE_SECONDS).toNanos();
    private static final long PING_NANOS = Duration.ofSeconds(Live.PING_SECONDS).toNanos();

    private final SendQueue queue = new SendQueue(this);
    private final FrameReader reader = new FrameReader(this);

    private Caller caller;
    private Switchboard switchboard;
    private Runnable cut;
    private WebConnection connection;
    private ServletInputStream in;

    private State state = State.OPEN;

    /** The client's last frame is here. */
    private boolean clientIsDone;

    private boolean lastIsOut;

    /** The client broke the rules; what it still sends can't be read as frames. */
    private boolean deaf;

    // By System.nanoTime():
    private long closingAt;
    private long pingAt = System.nanoTime() + PING_NANOS;
    private volatile long heardAt = System.nanoTime();

    /** The rooms that it hears of; belongs to the {@link Subscriptions}. */
    private final Set<Audience> rooms = new HashSet<>();

    /** Made by the container. */
    public LiveSocket() {}

    /** Says whose socket this is, before the container begins it. */
    void belongsTo(Caller whose, Switchboard board, Runnable cutter) {
        caller = whose;
        switchboard = board;
        cut = cutter;
    }

    @Override
    public void init(WebConnection web) {
        connection = web;
        if (switchboard == null) { // the handshake failed at the last moment, and its answer ends the connection
            state = State.OVER;
            return;
        }
        try {
            in = web.getInputStream();
            queue.open(web.getOutputStream());
            switchboard.opened(this);
            in.setReadListener(this);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "A socket was gone before it began", e);
            over();
        }
    }

    Caller caller() {
        return caller;
    }

    Set<Audience> rooms() {
        return rooms;
    }

    /** Does what is due at a time by {@code System.nanoTime()}; the clock calls it, about twice a second. */
    void tick(long now) {
        boolean tooLong;
        boolean open;
        synchronized (this) {
            open = state == State.OPEN;
            tooLong = state == State.CLOSING && now - closingAt >= MOST_CLOSING_NANOS;
        }
        if (tooLong) {
            cut.run();
            over();
        } else if (open && now - heardAt >= SILENCE_NANOS) {
            close(GOING_AWAY, "nothing was heard for 60 s");
        } else if (open && now - pingAt >= 0) {
            pingAt += PING_NANOS;
            send(ServerFrames.PING);
        }
    }

    /** Sends the greeting, for which everything else waits. */
    void greet(byte[] hello) {
        queue.greet(hello);
    }

    /** Sends a frame; a client that is too far behind loses the connection instead. */
    void send(byte[] frame) {
        if (!queue.offer(frame)) {
            close(Live.TOO_SLOW, "too slow: connect again and fetch");
        }
    }

    /** Ends the connection, the client's answer or five seconds later. */
    void close(int code, String reason) {
        if (beginToClose()) {
            queue.end(Framing.close(code, reason), code == Live.TOO_SLOW);
        }
    }

    private boolean beginToClose() {
        synchronized (this) {
            if (state != State.OPEN) {
                return false;
            }
            state = State.CLOSING;
            closingAt = System.nanoTime();
        }
        switchboard.left(this);
        return true;
    }

    /** Ends it now. */
    void over() {
        synchronized (this) {
            if (state == State.OVER) {
                return;
            }
            state = State.OVER;
        }
        switchboard.over(this);
        try {
            connection.close();
        } catch (Exception e) { // WebConnection declares no less
            LOG.log(Level.FINE, "A socket was gone before it was closed", e);
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] bytes = new byte[BYTES_AT_ONCE];
        while (in.isReady()) {
            int count = in.read(bytes);
            if (count < 0) {
                return;
            }
            heardAt = System.nanoTime();
            read(bytes, count);
        }
    }

    private void read(byte[] bytes, int count) {
        synchronized (this) {
            if (clientIsDone || deaf) {
                return; // read and thrown away: bytes that nobody reads would make TCP throw away our last frame
            }
        }
        try {
            reader.read(bytes, 0, count);
        } catch (Violation e) {
            synchronized (this) {
                deaf = true;
            }
            close(e.code(), e.getMessage());
        }
    }

    @Override
    public void onAllDataRead() {
        over();
    }

    @Override
    public void onError(Throwable failure) {
        over();
    }

    @Override
    public void destroy() {
        over();
    }

    @Override
    public void broken() {
        over();
    }

    @Override
    public void text(String text) {
        synchronized (this) {
            if (state != State.OPEN) {
                return;
            }
        }
        switchboard.heard(this, text);
    }

    @Override
    public void binary() {
        switchboard.heard(this, null);
    }

    @Override
    public void ping(byte[] payload) {
        send(Framing.pong(payload));
    }

    @Override
    public void closing() {
        synchronized (this) {
            clientIsDone = true;
        }
        close(NORMAL, "");
        endIfBothAreDone();
    }

    @Override
    public void lastWritten() {
        synchronized (this) {
            lastIsOut = true;
        }
        endIfBothAreDone();
    }

    private void endIfBothAreDone() {
        synchronized (this) {
            if (!clientIsDone || !lastIsOut) {
                return;
            }
        }
        over();
    }
}
