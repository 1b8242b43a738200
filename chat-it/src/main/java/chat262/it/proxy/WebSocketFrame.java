package chat262.it.proxy;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * One frame of a WebSocket, byte for byte as it went over the wire.
 *
 * @param bytes all of it
 * @param headLength how many of them come before the payload
 */
public record WebSocketFrame(byte[] bytes, int headLength) {
    private static final int WHOLE_TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int MASKED = 0x80;
    private static final int MASK_LENGTH = 4;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    /** Reads a frame; empty if the connection was closed instead. */
    public static Optional<WebSocketFrame> read(InputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        DataInputStream data = new DataInputStream(in);
        int second = data.readUnsignedByte();
        byte[] extension = new byte[extensionLength(second)];
        data.readFully(extension);
        long payloadLength = payloadLength(second, extension);
        byte[] rest = in.readNBytes(Math.toIntExact(maskLength(second) + payloadLength));
        if (rest.length < maskLength(second) + payloadLength) {
            throw new EOFException("closed in the middle of a frame");
        }
        ByteBuffer all = ByteBuffer.allocate(2 + extension.length + rest.length);
        all.put((byte) first).put((byte) second).put(extension).put(rest);
        return Optional.of(new WebSocketFrame(all.array(), 2 + extension.length + maskLength(second)));
    }

    /** A text as a client sends it, under a mask that leaves it as it is. */
    public static WebSocketFrame ofClient(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        boolean isShort = payload.length < TWO_BYTES;
        int headLength = 2 + (isShort ? 0 : 2) + MASK_LENGTH;
        ByteBuffer all = ByteBuffer.allocate(headLength + payload.length);
        all.put((byte) WHOLE_TEXT).put((byte) (MASKED | (isShort ? payload.length : TWO_BYTES)));
        if (!isShort) {
            all.putShort((short) payload.length);
        }
        all.position(headLength).put(payload);
        return new WebSocketFrame(all.array(), headLength);
    }

    /** The object that a text is; empty for any other text, for the parts of one and for frames that are none. */
    public Optional<JsonObject> json() {
        if ((bytes[0] & 0xFF) != WHOLE_TEXT) {
            return Optional.empty();
        }
        try {
            String text = new String(payload(), StandardCharsets.UTF_8);
            return Optional.of(Json.createReader(new StringReader(text)).readObject());
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** The code of a close frame; empty for any other frame, and without one. */
    public Optional<Integer> closeCode() {
        boolean hasCode = (bytes[0] & 0xFF) == CLOSE && bytes.length >= headLength + 2;
        return hasCode ? Optional.of(ByteBuffer.wrap(payload()).getShort() & 0xFFFF) : Optional.empty();
    }

    private byte[] payload() {
        byte[] payload = Arrays.copyOfRange(bytes, headLength, bytes.length);
        if ((bytes[1] & MASKED) != 0) {
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= bytes[headLength - MASK_LENGTH + i % MASK_LENGTH];
            }
        }
        return payload;
    }

    private static int maskLength(int second) {
        return (second & MASKED) == 0 ? 0 : MASK_LENGTH;
    }

    private static int extensionLength(int second) {
        return switch (second & ~MASKED) {
            case TWO_BYTES -> Short.BYTES;
            case EIGHT_BYTES -> Long.BYTES;
            default -> 0;
        };
    }

    private static long payloadLength(int second, byte[] extension) {
        return switch (extension.length) {
            case Short.BYTES -> ByteBuffer.wrap(extension).getShort() & 0xFFFF;
            case Long.BYTES -> ByteBuffer.wrap(extension).getLong();
            default -> second & ~MASKED;
        };
    }
}
