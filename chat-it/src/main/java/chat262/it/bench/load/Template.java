package chat262.it.bench.load;

import chat262.api.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Bytes that a client sends again and again, made once: with a new key each time if they have a place for one, and with the time
 * in the text of a message.
 */
public final class Template {
    /** Takes the place of a key. */
    static final String KEY = Keys.make();

    /** Takes the place of the time, at the start of a message's text. */
    static final String STAMP = "0".repeat(19);

    private static final int TEXT_FRAME = 0x81;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES_OF_LENGTH = 126;

    /** A client's frames are masked; this mask leaves them as they are. */
    private static final int MASK = 0;

    private final byte[] bytes;
    private final int keyAt;
    private final int stampAt;

    private Template(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        this.bytes = bytes;
        this.keyAt = text.indexOf(KEY);
        this.stampAt = text.indexOf(STAMP);
    }

    /** A text as it is. */
    static Template of(String text) {
        return new Template(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The frame that sends a message to a room. */
    public static Template sendFrame(long room, String text) {
        byte[] payload = ("{\"type\":\"send\",\"room\":" + room + ",\"key\":\"" + KEY + "\",\"body\":\"" + text + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(8 + payload.length)
                .put((byte) TEXT_FRAME)
                .put((byte) (MASKED | TWO_BYTES_OF_LENGTH))
                .putShort((short) payload.length)
                .putInt(MASK)
                .put(payload);
        return new Template(frame.array());
    }

    /** The text of a message with this many characters, which carries the time at which it should have gone out. */
    public static String text(int characters) {
        return STAMP + "m".repeat(characters - STAMP.length());
    }

    /** The bytes to send next, for a message that is due at a time by {@code System.nanoTime()}; they change with the next call. */
    ByteBuffer next(long due) {
        if (keyAt >= 0) {
            byte[] key = Keys.make().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(key, 0, bytes, keyAt, key.length);
        }
        long rest = due;
        for (int i = STAMP.length() - 1; i >= 0 && stampAt >= 0; i--) {
            bytes[stampAt + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return ByteBuffer.wrap(bytes);
    }

    /** Whether this is the key of the bytes that were sent last. */
    boolean hasKey(ByteBuffer in, int at, int to) {
        if (at < 0 || at + KEY.length() > to) {
            return false;
        }
        for (int i = 0; i < KEY.length(); i++) {
            if (in.get(at + i) != bytes[keyAt + i]) {
                return false;
            }
        }
        return true;
    }

    /** What was sent last. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
