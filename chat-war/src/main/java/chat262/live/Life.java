package chat262.live;

import java.time.Duration;

/** How far a socket is in its life: open, closing once either side has said so, over. Never back. Thread-safe. */
final class Life {
    /** How long a closing socket may wait for its client; the protocol says five seconds, and the clock ticks. */
    private static final long MOST_CLOSING_NANOS = Duration.ofMillis(4_500).toNanos();

    private enum State {
        OPEN,
        CLOSING,
        OVER
    }

    private State state = State.OPEN;
    private long closingAt;
    private boolean clientIsDone;
    private boolean lastIsOut;

    synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    /** Begins to close; false if that had begun. */
    synchronized boolean close() {
        if (state != State.OPEN) {
            return false;
        }
        state = State.CLOSING;
        closingAt = System.nanoTime();
        return true;
    }

    /** Ends; false if it had ended. */
    synchronized boolean end() {
        if (state == State.OVER) {
            return false;
        }
        state = State.OVER;
        return true;
    }

    /** Whether it has been closing for too long at a time by {@code System.nanoTime()}. */
    synchronized boolean isOverdue(long now) {
        return state == State.CLOSING && now - closingAt >= MOST_CLOSING_NANOS;
    }

    /** The client has sent its last frame; true if ours is out, too. */
    synchronized boolean clientIsDone() {
        clientIsDone = true;
        return lastIsOut;
    }

    /** Our last frame is out; true if the client's is here, too. */
    synchronized boolean lastIsOut() {
        lastIsOut = true;
        return clientIsDone;
    }
}
