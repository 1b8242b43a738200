package chat262.it.bench.load;

import chat262.it.client.LiveHandshake;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One member's socket on the live stream. It hands on the messages that come, acknowledges them if it is to, and can be a line
 * on which the member sends.
 */
public final class StreamSocket implements Line, AutoCloseable {
    private static final int BUFFER = 32 * 1024;
    private static final int END_OF_STREAM = -1;

    private final SocketChannel channel;
    private final boolean acknowledges;
    private final Listener listener;
    private ByteBuffer in = ByteBuffer.allocate(BUFFER);
    private int greeting;
    private boolean greeted;
    private boolean pinged;
    private long room;
    private long seq;

    private Template sends;
    private Done done;

    /** Set last by the one who sends, and read first by the one who reads. */
    private volatile long due;

    private volatile boolean underWay;

    /** Who hears of messages. */
    interface Listener {
        /** A message came; {@code sentAt} is the stamp in it, 0 without one. */
        void message(long sentAt);
    }

    /** Connects, and reads up to the end of the greeting. */
    StreamSocket(InetSocketAddress address, String token, boolean acknowledges, Listener listener) throws IOException {
        this.acknowledges = acknowledges;
        this.listener = listener;
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        write(ByteBuffer.wrap(handshake(address, token)));
        while (endOfHead() < 0) {
            fill();
        }
        String status = new String(in.array(), 9, 3, StandardCharsets.US_ASCII);
        if (!status.equals("101")) {
            throw new IOException("the server refused a socket: " + status);
        }
        in.flip().position(endOfHead());
        in.compact();
        takeFrames();
        while (!greeted) {
            fill();
            takeFrames();
        }
    }

    /** Connects, waits for the greeting and leaves; returns the greeting's size in bytes. */
    public static int greeting(InetSocketAddress address, String token) throws IOException {
        try (StreamSocket socket = new StreamSocket(address, token, false, sentAt -> {})) {
            return socket.greeting;
        }
    }

    /** The request that opens a socket, for those who only want to have one, too. */
    static byte[] handshake(InetSocketAddress address, String token) {
        return LiveHandshake.request(address.getHostString() + ":" + address.getPort(), token);
    }

    private int endOfHead() {
        byte[] bytes = in.array();
        for (int i = 3; i < in.limit(); i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        if (channel.read(in) == END_OF_STREAM) {
            throw new IOException("the server closed a socket");
        }
    }

    /** From now on it is read when the selector says so. */
    void listen(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** From now on it is a line, on which this frame is sent. */
    Line sending(Template frame) {
        sends = frame;
        return this;
    }

    @Override
    public void onDone(Done next) {
        done = next;
    }

    @Override
    public void send(long at) throws IOException {
        ByteBuffer frame = sends.next(at);
        due = at;
        underWay = true;
        write(frame);
    }

    /** Reads what is there, and answers a ping; acknowledges the last message of it if it is to. */
    void read() throws IOException {
        fill();
        long before = seq;
        takeFrames();
        if (pinged) {
            pinged = false;
            write(masked("{\"type\":\"pong\"}"));
        }
        if (acknowledges && seq > before) {
            write(masked("{\"type\":\"ack\",\"room\":" + room + ",\"seq\":" + seq + "}"));
        }
    }

    private void takeFrames() throws IOException {
        in.flip();
        for (ServerFrame frame = ServerFrame.next(in); frame != null; frame = ServerFrame.next(in)) {
            take(frame);
            in.position(frame.to());
        }
        in.compact();
        if (!in.hasRemaining()) {
            in = ByteBuffer.allocate(2 * in.capacity()).put(in.flip());
        }
    }

    private void take(ServerFrame frame) throws IOException {
        if (!greeted) { // a long one comes in several frames
            greeting += frame.size();
            greeted = frame.isLast();
            return;
        }
        if (frame.isRefusal()) {
            throw new IOException("the server refused " + sends + ": " + frame);
        }
        pinged |= frame.isPing();
        if (frame.isMessage()) {
            room = frame.room();
            seq = frame.seq();
            listener.message(frame.stamp());
        }
        if (underWay && frame.settles(sends)) {
            underWay = false;
            done.done(this, due);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) { // a small one into a buffer with little in it: it fits
            channel.write(bytes);
        }
    }

    /** A short text as a client's frame; the mask is zero, which leaves it as it is. */
    private static ByteBuffer masked(String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + payload.length)
                .put((byte) 0x81)
                .put((byte) (0x80 | payload.length))
                .putInt(0)
                .put(payload)
                .flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
