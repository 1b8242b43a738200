package chat262.websocket;

import java.util.Arrays;

/** Gathers the payload of a control frame, or of all frames of a message. Not thread-safe. */
final class PayloadBuffer {
    private static final int FIRST_CAPACITY = 1024;

    private byte[] bytes = {};
    private int length;

    int length() {
        return length;
    }

    /**
     * Appends some bytes of a frame, unmasked. The array grows as bytes arrive, so that a length alone allocates no memory, and
     * doubles, so that each byte is copied a few times at most, in however many frames the message comes.
     *
     * @param mask the array that has the frame's mask, which begins at {@code maskStart}
     * @param offset how many bytes of this frame came before
     * @param end the length that this will have when the frame is complete
     */
    void append(byte[] from, int start, int count, byte[] mask, int maskStart, int offset, int end) {
        if (length + count > bytes.length) {
            int grown = Math.max(Math.max(length + count, 2 * bytes.length), FIRST_CAPACITY);
            bytes = Arrays.copyOf(bytes, Math.min(grown, Math.max(end, 2 * bytes.length)));
        }
        for (int i = 0; i < count; i++) {
            bytes[length + i] = (byte) (from[start + i] ^ mask[maskStart + (offset + i & 3)]);
        }
        length += count;
    }

    /** What has been gathered. */
    byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
