package chat262.it.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Iterator;

/** A thread that reads whatever comes on the channels of a selector, until it is closed or can't. */
final class Reading implements AutoCloseable {
    private static final long MILLIS_BETWEEN_LOOKS = 100;

    private final Selector selector;
    private final Reader reader;
    private final Thread thread;
    private volatile Throwable failure;
    private volatile boolean closed;

    /** Reads a channel. */
    interface Reader {
        /** Something has come for what is attached to the channel's key. */
        void read(Object attachment) throws IOException;
    }

    /** Begins to read. */
    Reading(String name, Selector selector, Reader reader) {
        this.selector = selector;
        this.reader = reader;
        this.thread = new Thread(this::run, name);
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(MILLIS_BETWEEN_LOOKS);
                for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); keys.remove()) {
                    reader.read(keys.next().attachment());
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Fails, with a message, if nothing is read any more. */
    void check(String message) throws IOException {
        if (failure != null) {
            throw new IOException(message, failure);
        }
    }

    /** Ends the thread; the caller closes the selector and its channels. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
