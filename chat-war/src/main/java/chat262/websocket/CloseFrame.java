package chat262.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A client's close frame (RFC 6455, sections 5.5.1 and 7.4). */
final class CloseFrame {
    private CloseFrame() {}

    /** The code to answer with: that of the client, or the one for what is wrong with its frame. */
    static int answer(byte[] payload) {
        if (payload.length == 0) {
            return CloseCode.NORMAL;
        }
        if (payload.length == 1) {
            return CloseCode.PROTOCOL_ERROR;
        }
        int code = ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        if (!mayBeSent(code)) {
            return CloseCode.PROTOCOL_ERROR;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload, 2, payload.length - 2));
            return code;
        } catch (CharacterCodingException e) {
            return CloseCode.INVALID_PAYLOAD;
        }
    }

    /** Whether the code is registered for use in a frame, or free for libraries and applications. */
    private static boolean mayBeSent(int code) {
        return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
    }
}
