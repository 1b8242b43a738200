package chat262.it.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** An HTTP answer as it comes in. No text is made of it. Not thread-safe. */
final class Answer {
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int FIRST_SIZE = 16 * 1024;
    private static final int LOWER_CASE = 0x20;
    private static final int UNKNOWN = -1;
    private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "\r\ntransfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_CHUNKS = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_SIZE);
    private int headEnd;

    /** Where the answer ends; unknown if it comes in chunks. */
    private int end;

    /** Forgets the answer before. */
    void clear() {
        bytes.clear();
        headEnd = UNKNOWN;
        end = UNKNOWN;
    }

    /** Reads what is there; returns whether the answer is whole. */
    boolean readFrom(SocketChannel channel) throws IOException {
        if (!bytes.hasRemaining()) {
            bytes = ByteBuffer.allocate(2 * bytes.capacity()).put(bytes.flip());
        }
        if (channel.read(bytes) < 0) {
            throw new IOException("the server closed a connection");
        }
        if (headEnd == UNKNOWN) {
            headEnd = endOf(END_OF_HEAD, bytes.position());
            end = headEnd == UNKNOWN ? UNKNOWN : end();
        }
        return headEnd != UNKNOWN
                && (end == UNKNOWN ? isAt(END_OF_CHUNKS, size() - END_OF_CHUNKS.length) : size() >= end);
    }

    private int end() {
        int length = endOf(LENGTH, headEnd);
        if (length != UNKNOWN) {
            return headEnd + number(length);
        }
        return endOf(CHUNKED, headEnd) == UNKNOWN ? headEnd : UNKNOWN;
    }

    int status() {
        return number(STATUS_AT);
    }

    /** How many bytes of it have come. */
    int size() {
        return bytes.position();
    }

    /** Where a text that is in lower case ends, before a position; -1 if it is not there. */
    private int endOf(byte[] text, int to) {
        for (int i = 0; i + text.length <= to; i++) {
            if (isAt(text, i)) {
                return i + text.length;
            }
        }
        return UNKNOWN;
    }

    private boolean isAt(byte[] text, int position) {
        for (int i = 0; i < text.length; i++) {
            int come = bytes.get(position + i);
            if (text[i] != (text[i] >= 'a' ? come | LOWER_CASE : come)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from) {
        int number = 0;
        for (int i = from; bytes.get(i) >= '0' && bytes.get(i) <= '9'; i++) {
            number = 10 * number + bytes.get(i) - '0';
        }
        return number;
    }

    @Override
    public String toString() {
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
}
