package chat262.websocket;

import java.time.Duration;

/** The state of a connection: open, closing once either side has begun that, closed. It never goes back. Thread-safe. */
final class ConnectionState {
    /** How long a closing connection may wait for its client. The protocol says five seconds; the clock ticks each half second. */
    private static final long CLOSE_TIMEOUT_NANOS = Duration.ofMillis(4_500).toNanos();

    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    private State state = State.OPEN;
    private long closingSince;
    private boolean inputDone;
    private boolean outputDone;

    synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    /** Begins to close; false if it is closing or closed already. */
    synchronized boolean beginClosing() {
        if (state != State.OPEN) {
            return false;
        }
        state = State.CLOSING;
        closingSince = System.nanoTime();
        return true;
    }

    /** Closes; false if it is closed already. */
    synchronized boolean close() {
        if (state == State.CLOSED) {
            return false;
        }
        state = State.CLOSED;
        return true;
    }

    /** Whether it has been closing for too long at a time by {@code System.nanoTime()}. */
    synchronized boolean isCloseOverdue(long now) {
        return state == State.CLOSING && now - closingSince >= CLOSE_TIMEOUT_NANOS;
    }

    /** The client's close frame has arrived; true if ours is written, too. */
    synchronized boolean inputDone() {
        inputDone = true;
        return outputDone;
    }

    /** Our close frame is written; true if the client's has arrived, too. */
    synchronized boolean outputDone() {
        outputDone = true;
        return inputDone;
    }
}
