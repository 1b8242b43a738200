package chat262.live;

import chat262.accounts.Caller;
import chat262.accounts.OpenSession;
import chat262.api.Live;
import chat262.websocket.WebSocketConnection;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A connected device: the connection of one session, and what the live stream keeps for it. */
final class Subscriber {
    /** Acknowledgements of the fastest client wait for a tenth of a second; this is many times what it sends in that. */
    private static final int MAX_PENDING_FRAMES = 4096;

    /** A client has one send under way in each room; one with more than this doesn't wait for answers. */
    private static final int MAX_UNANSWERED_SENDS = 256;

    private static final long PING_NANOS = Duration.ofSeconds(Live.PING_SECONDS).toNanos();

    private final Caller caller;
    private final OpenSession session;
    private final WebSocketConnection connection;

    /** Frames of the client that the event loop has not handled yet. */
    private final AtomicInteger pendingFrames = new AtomicInteger();

    private final AtomicInteger unansweredSends = new AtomicInteger();

    /** By {@code System.nanoTime()}; used by the clock's thread only. */
    private long nextPingAt = System.nanoTime() + PING_NANOS;

    /** The rooms it is subscribed to; used by the event loop only, and changed by {@link RoomSubscribers}. */
    private final Set<Long> roomIds = new HashSet<>();

    Subscriber(Caller caller, OpenSession session, WebSocketConnection connection) {
        this.caller = caller;
        this.session = session;
        this.connection = connection;
    }

    Caller caller() {
        return caller;
    }

    /** Whether the session has not ended; it may be looked up. */
    boolean isLoggedIn() {
        return session.isAlive();
    }

    Set<Long> roomIds() {
        return roomIds;
    }

    boolean isOpen() {
        return connection.isOpen();
    }

    /** Counts a frame that is to be handled; false if too many are waiting. */
    boolean addPendingFrame() {
        return pendingFrames.incrementAndGet() <= MAX_PENDING_FRAMES;
    }

    void removePendingFrame() {
        pendingFrames.decrementAndGet();
    }

    /** Counts a send that is to be answered; false if too many are. */
    boolean beginSend() {
        if (unansweredSends.incrementAndGet() > MAX_UNANSWERED_SENDS) {
            unansweredSends.decrementAndGet();
            return false;
        }
        return true;
    }

    /** A send has its answer. */
    void endSend() {
        unansweredSends.decrementAndGet();
    }

    /** Does what is due at a time by {@code System.nanoTime()}. */
    void tick(long now) {
        connection.tick(now);
        if (connection.isOpen() && now - nextPingAt >= 0) {
            nextPingAt += PING_NANOS;
            connection.send(ServerFrames.PING);
        }
    }

    /** Sends the hello, for which all other frames wait. */
    void sendHello(byte[] hello) {
        connection.sendFirst(hello);
    }

    void send(byte[] frame) {
        connection.send(frame);
    }

    void close(int code, String reason) {
        connection.close(code, reason);
    }

    void terminate() {
        connection.terminate();
    }
}
