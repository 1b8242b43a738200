package chat262.it.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One frame of the server as it stands in a buffer: its payload, in which texts are found without making any.
 *
 * @param isLast whether no more of the same text follows
 */
record ServerFrame(ByteBuffer in, boolean isLast, int from, int to) {
    private static final int FINAL = 0x80;
    private static final byte[] MESSAGE = ascii("{\"type\":\"message\",\"room\":");
    private static final byte[] STORED = ascii("{\"type\":\"stored\"");
    private static final byte[] REFUSED = ascii("{\"type\":\"refused\"");
    private static final byte[] PROBLEM = ascii("{\"type\":\"problem\"");
    private static final byte[] PING = ascii("{\"type\":\"ping\"");
    private static final byte[] SEQ = ascii(",\"seq\":");
    private static final byte[] KEY = ascii("\"key\":\"");
    private static final byte[] BODY = ascii("\"body\":\"");

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The frame at the buffer's position; null if it has not come as a whole. */
    static ServerFrame next(ByteBuffer in) {
        int start = in.position();
        if (in.remaining() < 2) {
            return null;
        }
        int length = in.get(start + 1) & 0x7F;
        int head = length < 126 ? 2 : length == 126 ? 4 : 10;
        if (in.remaining() < head) {
            return null;
        }
        if (head == 4) {
            length = in.getShort(start + 2) & 0xFFFF;
        } else if (head == 10) {
            length = (int) in.getLong(start + 2);
        }
        if (in.remaining() < head + length) {
            return null;
        }
        boolean isLast = (in.get(start) & FINAL) != 0;
        return new ServerFrame(in, isLast, start + head, start + head + length);
    }

    int size() {
        return to - from;
    }

    boolean isMessage() {
        return isAt(MESSAGE, from);
    }

    boolean isPing() {
        return isAt(PING, from);
    }

    /** Whether the server did not do what was asked. */
    boolean isRefusal() {
        return isAt(REFUSED, from) || isAt(PROBLEM, from);
    }

    /** Whether this tells the sender that the bytes that were sent last are stored: by that message itself, or in words. */
    boolean settles(Template sent) {
        return (isMessage() || isAt(STORED, from)) && sent.hasKey(in, endOf(KEY), to);
    }

    /** Of a message. */
    long room() {
        return number(from + MESSAGE.length);
    }

    /** Of a message. */
    long seq() {
        return number(endOf(SEQ));
    }

    /** The time that a message's text begins with; 0 without one. */
    long stamp() {
        int body = endOf(BODY);
        return body < 0 ? 0 : number(body);
    }

    private boolean isAt(byte[] text, int position) {
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
    private int endOf(byte[] text) {
        for (int i = from; i + text.length <= to; i++) {
            if (isAt(text, i)) {
                return i + text.length;
            }
        }
        return -1;
    }

    /** The number that begins at a position; 0 if none does. */
    private long number(int at) {
        long number = 0;
        for (int i = at; i < to && in.get(i) >= '0' && in.get(i) <= '9'; i++) {
            number = 10 * number + in.get(i) - '0';
        }
        return number;
    }

    @Override
    public String toString() {
        return new String(in.array(), from, size(), StandardCharsets.UTF_8);
    }
}
