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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One connection of one session. Made by the container, which needs it public. Nothing here waits: not for the client, and
 * not for another thread.
 */
public class LiveSocket implements HttpUpgradeHandler, ReadListener, FrameReader.Listener, SendQueue.Listener {
    private static final Logger LOG = Logger.getLogger(LiveSocket.class.getName());
    private static final int BYTES_AT_ONCE = 2048;

    /** Acknowledgements of the fastest client wait for a tenth of a second; this is many times what it sends in that. */
    private static final int MOST_WAITING_FRAMES = 4096;

    private static final int NORMAL = 1000;

    private static final int GOING_AWAY = 1001;

    private static final long SILENCE_NANOS =
            Duration.ofSeconds(Live.SILENCE_SECONDS).toNanos();
    private static final long PING_NANOS = Duration.ofSeconds(Live.PING_SECONDS).toNanos();

    private final Life life = new Life();
    private final SendQueue queue = new SendQueue(this);
    private final FrameReader reader = new FrameReader(this);

    private Caller caller;
    private Switchboard switchboard;
    private Runnable cut;
    private WebConnection connection;
    private ServletInputStream in;

    /** Frames of the client's that the switchboard has not taken yet. */
    private final AtomicInteger waitingFrames = new AtomicInteger();

    /** What the client still sends is not for us: it has said its last, or what can't be read. */
    private boolean deaf;

    // By System.nanoTime():
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
            life.end();
            return;
        }
        switchboard.opened(this);
        try {
            in = web.getInputStream();
            queue.open(web.getOutputStream());
            in.setReadListener(this);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "A socket was gone before it began", e);
            over();
        }
    }

    boolean isOpen() {
        return life.isOpen();
    }

    Caller caller() {
        return caller;
    }

    Set<Audience> rooms() {
        return rooms;
    }

    /** A frame of the client's begins to wait for the switchboard; false if too many do. */
    boolean frameWaits() {
        return waitingFrames.incrementAndGet() <= MOST_WAITING_FRAMES;
    }

    void frameIsTaken() {
        waitingFrames.decrementAndGet();
    }

    /** Does what is due at a time by {@code System.nanoTime()}; the clock calls it, about twice a second. */
    void tick(long now) {
        if (life.isOverdue(now)) {
            cut.run();
            over();
        } else if (life.isOpen() && now - heardAt >= SILENCE_NANOS) {
            close(GOING_AWAY, "nothing was heard for 60 s");
        } else if (life.isOpen() && now - pingAt >= 0) {
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
        if (life.close()) {
            switchboard.left(this);
            queue.end(Framing.close(code, reason), code == Live.TOO_SLOW);
        }
    }

    /** Ends it now. */
    void over() {
        if (!life.end()) {
            return;
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
        if (deaf) {
            return; // read and thrown away: bytes that nobody reads would make TCP throw away our last frame
        }
        try {
            reader.read(bytes, 0, count);
        } catch (Violation e) {
            deaf = true;
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
        if (life.isOpen()) {
            switchboard.heard(this, text);
        }
    }

    @Override
    public void binary() {
        text(null);
    }

    @Override
    public void ping(byte[] payload) {
        send(Framing.pong(payload));
    }

    @Override
    public void closing() {
        deaf = true;
        close(NORMAL, "");
        if (life.clientIsDone()) {
            over();
        }
    }

    @Override
    public void lastWritten() {
        if (life.lastIsOut()) {
            over();
        }
    }
}
