package chat262.it.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive connection that has at most one call under way. Not thread-safe, but that one thread may send and another
 * read the answer.
 */
final class Connection implements AutoCloseable {
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int MAX_ANSWER = 16 * 1024;
    private static final int LOWER_CASE = 0x20;
    private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "\r\ntransfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocate(MAX_ANSWER);
    private long begin;

    /** Set last by the one who sends, and read first by the one who reads. */
    private volatile Call call;

    Connection(InetSocketAddress address, Selector selector) throws IOException {
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(Call next) throws IOException {
        send(next, System.nanoTime());
    }

    /** Sends a call that should have gone out at a time by {@code System.nanoTime()}, from which on it takes time. */
    void send(Call next, long due) throws IOException {
        begin = due;
        answer.clear();
        call = next;
        ByteBuffer request = ByteBuffer.wrap(next.next());
        while (request.hasRemaining()) { // a small request into an empty buffer: it fits
            channel.write(request);
        }
    }

    void sendAgain() throws IOException {
        send(call);
    }

    /** Reads what has come; returns how long the call took if that was the last of the answer, else -1. */
    long read() throws IOException {
        Call answered = call;
        if (channel.read(answer) < 0) {
            throw new IOException("the server closed a connection");
        }
        if (!isWhole()) {
            return -1;
        }
        long took = System.nanoTime() - begin;
        if (number(STATUS_AT) != answered.expectedStatus()) {
            throw new IOException("not the expected answer to " + answered + ": " + text(answer.position()));
        }
        return took;
    }

    private boolean isWhole() {
        int head = endOfHead();
        if (head < 0) {
            return false;
        }
        int length = endOf(LENGTH, head);
        if (length >= 0) {
            return answer.position() >= head + number(length);
        }
        return endOf(CHUNKED, head) < 0 || text(answer.position()).endsWith("\r\n0\r\n\r\n");
    }

    /** Where a header's text, in lower case, ends in the head; -1 if it is not there. No text is made of what is read. */
    private int endOf(byte[] header, int head) {
        byte[] bytes = answer.array();
        for (int i = 0; i + header.length <= head; i++) {
            int same = 0;
            while (same < header.length && (bytes[i + same] | LOWER_CASE) == (header[same] | LOWER_CASE)) {
                same++;
            }
            if (same == header.length) {
                return i + same;
            }
        }
        return -1;
    }

    private int number(int from) {
        int number = 0;
        for (int i = from; answer.get(i) >= '0' && answer.get(i) <= '9'; i++) {
            number = 10 * number + answer.get(i) - '0';
        }
        return number;
    }

    /** Where the body begins; -1 if that has not come yet. */
    private int endOfHead() {
        byte[] bytes = answer.array();
        for (int i = 3; i < answer.position(); i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private String text(int length) {
        return new String(answer.array(), 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
