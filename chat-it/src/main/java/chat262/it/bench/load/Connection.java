package chat262.it.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One kept-alive HTTP connection. Either it makes one call again and again as a line, or any calls, each of which waits for its answer. */
public final class Connection implements Line, AutoCloseable {
    private final SocketChannel channel;
    private final Answer answer = new Answer();
    private Call call;
    private Done done;

    /** Set last by the one who sends, and read first by the one who reads. */
    private volatile long due;

    public Connection(InetSocketAddress address) throws IOException {
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** From now on it is a line, on which this call is made, and which is read when the selector says so. */
    void listen(Selector selector, Call always) throws IOException {
        call = always;
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    @Override
    public void onDone(Done next) {
        done = next;
    }

    @Override
    public void send(long at) throws IOException {
        answer.clear();
        due = at;
        write(call.request().next(at));
    }

    /** Reads what has come. */
    void read() throws IOException {
        long began = due;
        if (answer.readFrom(channel)) {
            check(call);
            done.done(this, began);
        }
    }

    /** Makes a call and waits for its answer; returns the answer's size in bytes. */
    public int exchange(Call next) throws IOException {
        answer.clear();
        write(next.request().next(System.nanoTime()));
        while (!answer.readFrom(channel)) {
            // more is to come
        }
        check(next);
        return answer.size();
    }

    private void write(ByteBuffer request) throws IOException {
        while (request.hasRemaining()) { // a small request into an empty buffer: it fits
            channel.write(request);
        }
    }

    private void check(Call answered) throws IOException {
        if (answer.status() != answered.expectedStatus()) {
            throw new IOException("not the expected answer to " + answered.request() + ": " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
