package chat262.websocket;

import chat262.api.Live;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Decodes a client's frames from a stream of bytes that arrives in pieces of any size (RFC 6455, section 5). Between messages
 * it holds no buffer. Not thread-safe.
 */
final class FrameDecoder {
    private static final int MASK_BYTES = 4;
    private static final int MAX_CONTROL_BYTES = 125;

    private final Listener listener;

    /** The header of the arriving frame: two bytes, the extended length, the mask. */
    private final byte[] header = new byte[2 + Long.BYTES + MASK_BYTES];

    private int headerBytes;

    /** Where the arriving frame's payload goes; null while its header is arriving. */
    private PayloadBuffer payload;

    /** How many bytes of the frame's payload are still to come. */
    private int payloadRest;

    private int payloadLength;

    /** The payload of a message's frames so far; null between messages. */
    private PayloadBuffer message;

    private int messageOpcode;

    FrameDecoder(Listener listener) {
        this.listener = listener;
    }

    /** Gets what is decoded: whole messages, and control frames other than pong. */
    interface Listener {
        void text(String text);

        /** A binary message; the protocol has no use for its bytes. */
        void binary();

        void ping(byte[] payload);

        /** The client closes the connection; {@code code} is what to answer. */
        void closeFrame(int code);
    }

    /** Decodes some more bytes; the listener has got every frame that is complete when this returns. */
    void decode(byte[] bytes, int from, int to) throws WebSocketError {
        int next = from;
        while (next < to) {
            next = payload == null ? readHeader(bytes, next) : readPayload(bytes, next, to);
        }
    }

    private int readHeader(byte[] bytes, int next) throws WebSocketError {
        header[headerBytes++] = bytes[next];
        if (headerBytes == 2) {
            checkHeader();
        }
        if (headerBytes >= 2 && headerBytes == headerLength()) {
            payloadLength = payloadLength();
            payloadRest = payloadLength;
            beginPayload();
            if (payloadRest == 0) {
                finishFrame();
            }
        }
        return next + 1;
    }

    private void beginPayload() {
        if (opcode() >= Opcode.CLOSE) {
            payload = new PayloadBuffer();
            return;
        }
        if (message == null) {
            message = new PayloadBuffer();
            messageOpcode = opcode();
        }
        payload = message;
    }

    private void checkHeader() throws WebSocketError {
        boolean control = opcode() >= Opcode.CLOSE;
        boolean known = opcode() <= Opcode.BINARY || (control && opcode() <= Opcode.PONG);
        boolean masked = header[1] < 0;
        if ((header[0] & 0x70) != 0 || !known || !masked) {
            throw new WebSocketError(CloseCode.PROTOCOL_ERROR, "no extension, known opcodes, and a mask");
        }
        if (control && (!isLast() || shortLength() > MAX_CONTROL_BYTES)) {
            throw new WebSocketError(CloseCode.PROTOCOL_ERROR, "a control frame is short and in one piece");
        }
        if (!control && (opcode() == Opcode.CONTINUATION) == (message == null)) {
            throw new WebSocketError(CloseCode.PROTOCOL_ERROR, "a message's frames follow each other");
        }
    }

    private int opcode() {
        return header[0] & 0x0F;
    }

    private boolean isLast() {
        return header[0] < 0;
    }

    private int shortLength() {
        return header[1] & 0x7F;
    }

    private int headerLength() {
        int further = shortLength() == 126 ? Short.BYTES : shortLength() == 127 ? Long.BYTES : 0;
        return 2 + further + MASK_BYTES;
    }

    private int payloadLength() throws WebSocketError {
        long length = shortLength();
        if (shortLength() == 126) {
            length = ByteBuffer.wrap(header).getShort(2) & 0xFFFF;
        } else if (shortLength() == 127) {
            length = ByteBuffer.wrap(header).getLong(2);
        }
        int before = message == null || opcode() >= Opcode.CLOSE ? 0 : message.length();
        if (length < 0 || length > Live.MAX_FRAME - before) {
            throw new WebSocketError(CloseCode.MESSAGE_TOO_BIG, "at most 64 KiB");
        }
        return (int) length;
    }

    private int readPayload(byte[] bytes, int next, int to) throws WebSocketError {
        int count = Math.min(to - next, payloadRest);
        int end = payload.length() + payloadRest;
        payload.append(bytes, next, count, header, headerBytes - MASK_BYTES, payloadLength - payloadRest, end);
        payloadRest -= count;
        if (payloadRest == 0) {
            finishFrame();
        }
        return next + count;
    }

    private void finishFrame() throws WebSocketError {
        PayloadBuffer whole = payload;
        payload = null;
        headerBytes = 0;
        switch (opcode()) {
            case Opcode.CLOSE -> listener.closeFrame(CloseFrame.answer(whole.toBytes()));
            case Opcode.PING -> listener.ping(whole.toBytes());
            case Opcode.PONG -> {
                // carries nothing: any byte counts as a sign of life
            }
            default -> {
                if (isLast()) {
                    finishMessage();
                }
            }
        }
    }

    private void finishMessage() throws WebSocketError {
        byte[] whole = message.toBytes();
        message = null;
        if (messageOpcode == Opcode.TEXT) {
            listener.text(text(whole));
        } else {
            listener.binary();
        }
    }

    private static String text(byte[] bytes) throws WebSocketError {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WebSocketError(CloseCode.INVALID_PAYLOAD, "a text is UTF-8");
        }
    }
}
