package chat262.websocket;

import chat262.api.Live;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Encodes the server's frames (RFC 6455, section 5). They are not masked, so one array serves any number of connections. */
public final class FrameEncoder {
    /** The bit that marks the last frame of a message. */
    private static final int FIN = 0x80;

    private static final int MAX_SHORT_LENGTH = 125;
    private static final int TWO_LENGTH_BYTES = 126;
    private static final int EIGHT_LENGTH_BYTES = 127;
    private static final int MAX_REASON_BYTES = 123;

    private FrameEncoder() {}

    /** A text message, in as many frames as its length needs. */
    public static byte[] text(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        if (payload.length <= Live.MAX_FRAME) {
            return frame(FIN | Opcode.TEXT, payload, 0, payload.length);
        }
        ByteArrayOutputStream frames = new ByteArrayOutputStream(payload.length + MAX_SHORT_LENGTH);
        for (int from = 0; from < payload.length; from += Live.MAX_FRAME) {
            int length = Math.min(Live.MAX_FRAME, payload.length - from);
            int fin = from + length == payload.length ? FIN : 0;
            frames.writeBytes(frame(fin | (from == 0 ? Opcode.TEXT : Opcode.CONTINUATION), payload, from, length));
        }
        return frames.toByteArray();
    }

    /** A close frame; the reason is for humans, in ASCII, and cut after 123 bytes. */
    static byte[] close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.US_ASCII);
        byte[] payload = new byte[2 + Math.min(text.length, MAX_REASON_BYTES)];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(text, 0, payload, 2, payload.length - 2);
        return frame(FIN | Opcode.CLOSE, payload, 0, payload.length);
    }

    /** The answer to a ping, with its payload. */
    static byte[] pong(byte[] payload) {
        return frame(FIN | Opcode.PONG, payload, 0, payload.length);
    }

    private static byte[] frame(int first, byte[] payload, int from, int length) {
        int head = length <= MAX_SHORT_LENGTH ? 2 : length <= 0xFFFF ? 4 : 10;
        byte[] frame = new byte[head + length];
        frame[0] = (byte) first;
        if (head == 2) {
            frame[1] = (byte) length;
        } else if (head == 4) {
            frame[1] = TWO_LENGTH_BYTES;
            frame[2] = (byte) (length >> 8);
            frame[3] = (byte) length;
        } else {
            frame[1] = EIGHT_LENGTH_BYTES;
            for (int i = 0; i < Integer.BYTES; i++) {
                frame[head - 1 - i] = (byte) (length >> 8 * i);
            }
        }
        System.arraycopy(payload, from, frame, head, length);
        return frame;
    }
}
