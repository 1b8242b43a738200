package chat262.live;

import chat262.api.Live;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The server's frames as bytes (RFC 6455, section 5). They carry no mask, so one array serves every socket. */
final class Framing {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int LAST = 0x80;

    private static final int LARGEST_SHORT = 125;
    private static final int LENGTH_IN_TWO_BYTES = 126;
    private static final int LENGTH_IN_EIGHT_BYTES = 127;
    private static final int LARGEST_REASON = 123;

    private Framing() {}

    /** A text, in as many frames as its length needs. */
    static byte[] text(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        if (payload.length <= Live.LARGEST_FRAME) {
            return frame(LAST | TEXT, payload, 0, payload.length);
        }
        ByteArrayOutputStream frames = new ByteArrayOutputStream(payload.length + LARGEST_SHORT);
        for (int from = 0; from < payload.length; from += Live.LARGEST_FRAME) {
            int length = Math.min(Live.LARGEST_FRAME, payload.length - from);
            int last = from + length == payload.length ? LAST : 0;
            frames.writeBytes(frame(last | (from == 0 ? TEXT : CONTINUATION), payload, from, length));
        }
        return frames.toByteArray();
    }

    /** The end of a connection; the reason is for people and at most 123 bytes of ASCII. */
    static byte[] close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.US_ASCII);
        byte[] payload = new byte[2 + Math.min(text.length, LARGEST_REASON)];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(text, 0, payload, 2, payload.length - 2);
        return frame(LAST | CLOSE, payload, 0, payload.length);
    }

    /** The answer to a ping. */
    static byte[] pong(byte[] payload) {
        return frame(LAST | PONG, payload, 0, payload.length);
    }

    private static byte[] frame(int first, byte[] payload, int from, int length) {
        int head = length <= LARGEST_SHORT ? 2 : length <= 0xFFFF ? 4 : 10;
        byte[] frame = new byte[head + length];
        frame[0] = (byte) first;
        if (head == 2) {
            frame[1] = (byte) length;
        } else if (head == 4) {
            frame[1] = LENGTH_IN_TWO_BYTES;
            frame[2] = (byte) (length >> 8);
            frame[3] = (byte) length;
        } else {
            frame[1] = LENGTH_IN_EIGHT_BYTES;
            for (int i = 0; i < Integer.BYTES; i++) {
                frame[head - 1 - i] = (byte) (length >> 8 * i);
            }
        }
        System.arraycopy(payload, from, frame, head, length);
        return frame;
    }
}
