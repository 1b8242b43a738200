package chat262.it.client;

import chat262.api.Live;
import java.nio.charset.StandardCharsets;

/** The request that opens the live stream, for clients that read and write the bytes of a socket themselves. */
public final class LiveHandshake {
    private LiveHandshake() {}

    /**
     * The bytes of the request.
     *
     * @param authority the server's host and port
     * @param headers further headers, each with its line end
     */
    public static byte[] request(String authority, String token, String... headers) {
        return ("GET " + Live.PATH + " HTTP/1.1\r\nHost: " + authority
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " + token + "\r\n"
                        + String.join("", headers) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
