package chat262.it.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One member's socket on the live stream: finds the messages in what comes, and acknowledges them. Not thread-safe. */
final class StreamSocket implements AutoCloseable {
    private static final int BUFFER = 32 * 1024;
    private static final byte[] MESSAGE = "{\"type\":\"message\",\"room\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PING = "{\"type\":\"ping\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SEQ = ",\"seq\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BODY = "\"body\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int END_OF_STREAM = -1;

    private final SocketChannel channel;
    private final Listener listener;
    private ByteBuffer in = ByteBuffer.allocate(BUFFER);
    private boolean greeted;
    private boolean pinged;
    private long room;
    private long seq;

    /** Who hears of messages. */
    interface Listener {
        /** A message came; {@code sentAt} is the stamp in it, 0 without one. */
        void message(long sentAt);
    }

    /** Connects and reads up to the end of the handshake. */
    StreamSocket(InetSocketAddress address, String token, Listener listener) throws IOException {
        this.listener = listener;
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.write(ByteBuffer.wrap(handshake(address, token)));
        while (endOfHead() < 0) {
            if (channel.read(in) < 0) {
                throw new IOException("the server refused a socket");
            }
        }
        String status = new String(in.array(), 9, 3, StandardCharsets.US_ASCII);
        if (!status.equals("101")) {
            throw new IOException("the server refused a socket: " + status);
        }
        int head = endOfHead();
        in.flip().position(head);
        in.compact();
    }

    /** The request that opens a socket, for those who only want to have one, too. */
    static byte[] handshake(InetSocketAddress address, String token) {
        return ("GET /live HTTP/1.1\r\nHost: " + address.getHostString() + ":" + address.getPort()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private int endOfHead() {
        byte[] bytes = in.array();
        for (int i = 3; i < in.position(); i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /** Waits for the greeting, and from then on is read when the selector says so. */
    void listen(Selector selector) throws IOException {
        takeFrames();
        while (!greeted) {
            if (channel.read(in) == END_OF_STREAM) {
                throw new IOException("the server did not greet");
            }
            takeFrames();
        }
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Reads what is there, and answers a ping; acknowledges the last message of it if asked to. */
    void read(boolean acknowledge) throws IOException {
        if (channel.read(in) == END_OF_STREAM) {
            throw new IOException("the server closed a socket");
        }
        long before = seq;
        takeFrames();
        if (pinged) {
            pinged = false;
            channel.write(ByteBuffer.wrap(masked("{\"type\":\"pong\"}")));
        }
        if (acknowledge && seq > before) {
            channel.write(ByteBuffer.wrap(masked("{\"type\":\"ack\",\"room\":" + room + ",\"seq\":" + seq + "}")));
        }
    }

    private void takeFrames() {
        in.flip();
        while (takeFrame()) {
            greeted = true;
        }
        in.compact();
        if (!in.hasRemaining()) {
            in = ByteBuffer.allocate(2 * in.capacity()).put(in.flip());
        }
    }

    private boolean takeFrame() {
        int start = in.position();
        if (in.remaining() < 2) {
            return false;
        }
        int length = in.get(start + 1) & 0x7F;
        int head = length < 126 ? 2 : length == 126 ? 4 : 10;
        if (in.remaining() < head) {
            return false;
        }
        if (head == 4) {
            length = in.getShort(start + 2) & 0xFFFF;
        } else if (head == 10) {
            length = (int) in.getLong(start + 2);
        }
        if (in.remaining() < head + length) {
            return false;
        }
        payload(start + head, start + head + length);
        in.position(start + head + length);
        return true;
    }

    private void payload(int from, int to) {
        pinged |= isAt(PING, from, to);
        if (!isAt(MESSAGE, from, to)) {
            return;
        }
        int digits = from + MESSAGE.length;
        room = number(digits, to);
        seq = number(find(SEQ, digits, to), to);
        int body = find(BODY, digits, to);
        listener.message(body < 0 ? 0 : number(body, to));
    }

    private boolean isAt(byte[] text, int position, int to) {
        if (position + text.length > to) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (in.get(position + i) != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where a text ends; -1 if it is not there. */
    private int find(byte[] text, int from, int to) {
        for (int i = from; i + text.length <= to; i++) {
            if (isAt(text, i, to)) {
                return i + text.length;
            }
        }
        return -1;
    }

    /** The number that begins at a position; 0 if none does. */
    private long number(int from, int to) {
        long number = 0;
        for (int i = from; i < to && in.get(i) >= '0' && in.get(i) <= '9'; i++) {
            number = 10 * number + in.get(i) - '0';
        }
        return number;
    }

    /** A text as a client's frame; the mask is zero, which leaves it as it is. */
    private static byte[] masked(String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        return frame;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
