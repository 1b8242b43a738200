package chat262.live;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What waits to be written to one socket: bounded, and written without ever waiting, by whoever puts something in while
 * nobody writes, else by the container when the socket can take more. Thread-safe.
 */
final class SendQueue implements WriteListener {
    /** A reader who is further behind than this, and than what the network holds, is too slow. */
    private static final int MOST_WAITING_BYTES = 256 * 1024;

    /** Frames that wait together are written together, up to so many bytes. */
    private static final int MOST_AT_ONCE = 16 * 1024;

    private final Queue<byte[]> frames = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingBytes = new AtomicInteger();

    /** Who wants something written: the first of them writes, the others leave it to that one. */
    private final AtomicInteger calls = new AtomicInteger();

    private final Listener listener;
    private volatile ServletOutputStream out;
    private volatile byte[] hello;
    private volatile byte[] last;
    private volatile boolean dropRest;

    // Used by the one who writes:
    private boolean greeted;
    private boolean ended;

    SendQueue(Listener listener) {
        this.listener = listener;
    }

    /** Who hears of the end. Called by whoever writes, so it must not wait for anything. */
    interface Listener {
        /** The last frame is out. */
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

    /** Writes this before everything that was put in so far and will be. */
    void greet(byte[] frame) {
        hello = frame;
        write();
    }

    /** Puts a frame in, which waits for the greeting; false if too much waits already. */
    boolean offer(byte[] frame) {
        if (last != null) {
            return true; // it would come after the end
        }
        int waiting = waitingBytes.addAndGet(frame.length);
        if (waiting > MOST_WAITING_BYTES) {
            waitingBytes.addAndGet(-frame.length);
            return false;
        }
        frames.add(frame);
        write();
        return true;
    }

    /** Puts the last frame in; {@code atOnce} drops what waits before it. */
    void end(byte[] frame, boolean atOnce) {
        dropRest = atOnce;
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

    private void write() {
        if (calls.getAndIncrement() != 0) {
            return; // whoever writes looks again
        }
        int seen = 1;
        do {
            writeWhatCanBe();
            seen = calls.addAndGet(-seen);
        } while (seen != 0);
    }

    private void writeWhatCanBe() {
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
            // The container has several ways of saying that the client is gone.
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
        return last != null || (greeted ? !frames.isEmpty() : hello != null);
    }

    private byte[] next() {
        if (last != null && (dropRest || !greeted)) {
            frames.clear();
        } else if (!greeted) {
            greeted = true;
            byte[] first = hello;
            hello = null;
            return first;
        }
        byte[] frame = frames.poll();
        if (frame == null) {
            ended = true;
            return last;
        }
        byte[] more = frames.peek();
        if (more == null || frame.length + more.length > MOST_AT_ONCE) {
            waitingBytes.addAndGet(-frame.length);
            return frame;
        }
        return together(frame);
    }

    private byte[] together(byte[] first) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(MOST_AT_ONCE);
        all.writeBytes(first);
        for (byte[] more = frames.peek();
                more != null && all.size() + more.length <= MOST_AT_ONCE;
                more = frames.peek()) {
            all.writeBytes(frames.poll());
        }
        waitingBytes.addAndGet(-all.size());
        return all.toByteArray();
    }
}
