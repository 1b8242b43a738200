package chat262.websocket;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The frames that wait to be written to one connection. It is bounded and never blocks: the thread that adds a frame writes
 * it, unless another thread is writing or the connection can't take more; then the container calls when it can. Thread-safe.
 */
final class SendQueue implements WriteListener {
    /** A client that is further behind than this, and than what the network buffers, is too slow. */
    private static final int MAX_WAITING_BYTES = 256 * 1024;

    /** Waiting frames are written together, up to this many bytes. */
    private static final int MAX_WRITE_BYTES = 16 * 1024;

    private final Queue<byte[]> frames = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingBytes = new AtomicInteger();

    /** Calls of {@link #write} that are not served yet: the first of them writes, for the others as well. */
    private final AtomicInteger pendingWrites = new AtomicInteger();

    private final Listener listener;
    private volatile ServletOutputStream out;
    private volatile byte[] first;
    private volatile byte[] last;
    private volatile boolean discardsRest;

    // Used by the writing thread only:
    private boolean firstWritten;
    private boolean ended;

    SendQueue(Listener listener) {
        this.listener = listener;
    }

    /** Notified when writing ends, by the writing thread, and so must not block. */
    interface Listener {
        /** The last frame is written. */
        void lastWritten();

        /** The connection is gone. */
        void broken();
    }

    /** Begins to write. */
    void open(ServletOutputStream stream) {
        stream.setWriteListener(this);
        out = stream;
        write();
    }

    /** Sets the frame that is written before all others; until then they wait. */
    void offerFirst(byte[] frame) {
        first = frame;
        write();
    }

    /** Adds a frame, which waits for the first one and for the next {@link #write}; false if too much waits already. */
    boolean add(byte[] frame) {
        if (last != null) {
            return true; // dropped, as it would come after the last frame
        }
        int waiting = waitingBytes.addAndGet(frame.length);
        if (waiting > MAX_WAITING_BYTES) {
            waitingBytes.addAndGet(-frame.length);
            return false;
        }
        frames.add(frame);
        if (waiting >= MAX_WRITE_BYTES) {
            write(); // one write can't take more: whoever adds much must not fill the queue of a client that reads
        }
        return true;
    }

    /** Sets the last frame. What waits is written before it, or discarded. */
    void end(byte[] frame, boolean discardRest) {
        discardsRest = discardRest;
        last = frame;
        write();
    }

    @Override
    public void onWritePossible() {
        write();
    }

    @Override
    public void onError(Throwable failure) {
        listener.broken();
    }

    /** Writes what waits, as far as the connection can take it. */
    void write() {
        if (pendingWrites.getAndIncrement() != 0) {
            return; // the writing thread looks again
        }
        int seen = 1;
        do {
            writeWhilePossible();
            seen = pendingWrites.addAndGet(-seen);
        } while (seen != 0);
    }

    private void writeWhilePossible() {
        ServletOutputStream stream = out;
        if (stream == null || ended) {
            return;
        }
        try {
            while (hasNext() && stream.isReady()) {
                stream.write(next());
                stream.flush();
            }
        } catch (IOException | RuntimeException e) {
            // The container reports in several ways that the client is gone.
            ended = true;
            listener.broken();
            return;
        }
        if (ended) {
            listener.lastWritten();
        }
    }

    private boolean hasNext() {
        if (ended) {
            return false;
        }
        return last != null || (firstWritten ? !frames.isEmpty() : first != null);
    }

    private byte[] next() {
        if (last != null && (discardsRest || !firstWritten)) {
            frames.clear();
        } else if (!firstWritten) {
            firstWritten = true;
            byte[] frame = first;
            first = null;
            return frame;
        }
        byte[] frame = frames.poll();
        if (frame == null) {
            ended = true;
            return last;
        }
        byte[] more = frames.peek();
        if (more == null || frame.length + more.length > MAX_WRITE_BYTES) {
            waitingBytes.addAndGet(-frame.length);
            return frame;
        }
        return withFollowing(frame);
    }

    private byte[] withFollowing(byte[] frame) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(MAX_WRITE_BYTES);
        all.writeBytes(frame);
        for (byte[] more = frames.peek();
                more != null && all.size() + more.length <= MAX_WRITE_BYTES;
                more = frames.peek()) {
            all.writeBytes(frames.poll());
        }
        waitingBytes.addAndGet(-all.size());
        return all.toByteArray();
    }
}
