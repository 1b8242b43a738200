package chat262.it.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive connection that has at most one call under way. Not thread-safe. */
final class Connection implements AutoCloseable {
    private static final int LARGEST_ANSWER = 16 * 1024;
    private static final String LENGTH = "\r\ncontent-length: ";
    private static final String CHUNKED = "\r\ntransfer-encoding: chunked";

    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocate(LARGEST_ANSWER);
    private Call call;
    private long sentAt;

    Connection(InetSocketAddress address, Selector selector) throws IOException {
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(Call next) throws IOException {
        call = next;
        answer.clear();
        ByteBuffer request = ByteBuffer.wrap(next.next());
        sentAt = System.nanoTime();
        while (request.hasRemaining()) { // a small request into an empty buffer: it fits
            channel.write(request);
        }
    }

    void sendAgain() throws IOException {
        send(call);
    }

    /** Reads what has come; returns how long the call took if that was the last of the answer, else -1. */
    long read() throws IOException {
        if (channel.read(answer) < 0) {
            throw new IOException("the server closed a connection");
        }
        if (!isWhole()) {
            return -1;
        }
        long took = System.nanoTime() - sentAt;
        String status = new String(answer.array(), 9, 3, StandardCharsets.US_ASCII);
        if (!status.equals(String.valueOf(call.expectedStatus()))) {
            throw new IOException("not the expected answer to " + call + ": " + text(answer.position()));
        }
        return took;
    }

    private boolean isWhole() {
        int head = endOfHead();
        if (head < 0) {
            return false;
        }
        String headers = text(head).toLowerCase(Locale.ROOT);
        int length = headers.indexOf(LENGTH);
        if (length >= 0) {
            int from = length + LENGTH.length();
            int bodyLength = Integer.parseInt(headers.substring(from, headers.indexOf('\r', from)));
            return answer.position() >= head + bodyLength;
        }
        return !headers.contains(CHUNKED) || text(answer.position()).endsWith("\r\n0\r\n\r\n");
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
