package chat262.it.bench;

import chat262.api.Keys;
import java.nio.charset.StandardCharsets;

/** An HTTP request as bytes, made once and sent again and again, with a new key each time if it has one. */
final class Call {
    /** Takes the place of a key. */
    private static final String KEY = Keys.make();

    /** At the start of a message's text: the time at which it went out takes its place. */
    static final String STAMP = "0".repeat(19);

    private final byte[] bytes;
    private final int keyAt;
    private final int stampAt;
    private final int expectedStatus;

    private Call(String request, int expectedStatus) {
        this.bytes = request.getBytes(StandardCharsets.UTF_8);
        this.keyAt = request.indexOf(KEY);
        this.stampAt = request.indexOf(STAMP);
        this.expectedStatus = expectedStatus;
    }

    /** Sends a message to a room. */
    static Call send(String host, long room, String token, String text) {
        String body = "{\"body\":\"" + text + "\"}";
        return new Call(
                "POST /api/v1/rooms/" + room + "/messages HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer "
                        + token
                        + "\r\nIdempotency-Key: " + KEY
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body,
                201);
    }

    /** Does nothing. */
    static Call empty(String host) {
        return new Call(
                "POST " + ServerWithEmptyCall.EMPTY_CALL + " HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Length: 0\r\n\r\n",
                204);
    }

    /** The bytes to send next; they change with the next call of this. */
    byte[] next() {
        if (keyAt >= 0) {
            byte[] key = Keys.make().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(key, 0, bytes, keyAt, key.length);
        }
        return bytes;
    }

    /** Puts a time by {@code System.nanoTime()} into the next message, if its text has a place for it. */
    void stamp(long nanos) {
        long rest = nanos;
        for (int i = STAMP.length() - 1; i >= 0 && stampAt >= 0; i--) {
            bytes[stampAt + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** The request as it was last sent. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    int expectedStatus() {
        return expectedStatus;
    }
}
