package chat262.live;

import chat262.api.Live;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes a client's frames out of a stream of bytes, however that is cut (RFC 6455, section 5). Between frames it holds no
 * buffer. Not thread-safe.
 */
final class FrameReader {
    private static final int MASK_BYTES = 4;
    private static final int LARGEST_CONTROL = 125;
    private static final byte[] NOTHING = {};

    private final Listener listener;

    /** The head of the frame that is arriving: two bytes, the length's further bytes, the mask. */
    private final byte[] head = new byte[2 + Long.BYTES + MASK_BYTES];

    private int headBytes;

    /** What has arrived of the frame's payload; null while its head is arriving. */
    private byte[] payload;

    private int payloadBytes;
    private int payloadLength;

    /** What the earlier frames of a message said; null between messages. */
    private byte[] message;

    private int messageOpcode;

    FrameReader(Listener listener) {
        this.listener = listener;
    }

    /** Who hears of what arrived. */
    interface Listener {
        void text(String text);

        /** A message of bytes, which nobody here has a use for. */
        void binary();

        void ping(byte[] payload);

        /** The client ends the connection. */
        void closing();
    }

    /** Reads some more bytes; every frame that is complete by then has been told of. */
    void read(byte[] bytes, int from, int to) throws Violation {
        int next = from;
        while (next < to) {
            next = payload == null ? readHead(bytes, next) : readPayload(bytes, next, to);
        }
    }

    private int readHead(byte[] bytes, int next) throws Violation {
        head[headBytes++] = bytes[next];
        if (headBytes == 2) {
            checkHead();
        }
        if (headBytes >= 2 && headBytes == headLength()) {
            payloadLength = payloadLength();
            payload = payloadLength == 0 ? NOTHING : new byte[Math.min(payloadLength, 1024)];
            payloadBytes = 0;
            if (payloadLength == 0) {
                finishFrame();
            }
        }
        return next + 1;
    }

    private void checkHead() throws Violation {
        boolean control = opcode() >= Framing.CLOSE;
        boolean known = opcode() <= Framing.BINARY || (control && opcode() <= Framing.PONG);
        boolean masked = head[1] < 0;
        if ((head[0] & 0x70) != 0 || !known || !masked) {
            throw new Violation(Violation.NOT_WEBSOCKET, "no extension, known opcodes, and a mask");
        }
        if (control && (!isLast() || shortLength() > LARGEST_CONTROL)) {
            throw new Violation(Violation.NOT_WEBSOCKET, "a control frame is short and in one piece");
        }
        if (!control && (opcode() == Framing.CONTINUATION) == (message == null)) {
            throw new Violation(Violation.NOT_WEBSOCKET, "a message's frames follow each other");
        }
    }

    private int opcode() {
        return head[0] & 0x0F;
    }

    private boolean isLast() {
        return head[0] < 0;
    }

    private int shortLength() {
        return head[1] & 0x7F;
    }

    private int headLength() {
        int further = shortLength() == 126 ? Short.BYTES : shortLength() == 127 ? Long.BYTES : 0;
        return 2 + further + MASK_BYTES;
    }

    private int payloadLength() throws Violation {
        long length = shortLength();
        if (shortLength() == 126) {
            length = ByteBuffer.wrap(head).getShort(2) & 0xFFFF;
        } else if (shortLength() == 127) {
            length = ByteBuffer.wrap(head).getLong(2);
        }
        int before = message == null || opcode() >= Framing.CLOSE ? 0 : message.length;
        if (length < 0 || length > Live.LARGEST_FRAME - before) {
            throw new Violation(Violation.TOO_LARGE, "at most 64 KiB");
        }
        return (int) length;
    }

    private int readPayload(byte[] bytes, int next, int to) throws Violation {
        int count = Math.min(to - next, payloadLength - payloadBytes);
        if (payloadBytes + count > payload.length) {
            // Grown as bytes arrive, so that a length alone takes no memory.
            int grown = Math.max(payloadBytes + count, 2 * payload.length);
            payload = Arrays.copyOf(payload, Math.min(grown, payloadLength));
        }
        int mask = headBytes - MASK_BYTES;
        for (int i = 0; i < count; i++) {
            int position = payloadBytes + i;
            payload[position] = (byte) (bytes[next + i] ^ head[mask + (position & 3)]);
        }
        payloadBytes += count;
        if (payloadBytes == payloadLength) {
            finishFrame();
        }
        return next + count;
    }

    private void finishFrame() throws Violation {
        byte[] whole = payload.length == payloadLength ? payload : Arrays.copyOf(payload, payloadLength);
        payload = null;
        headBytes = 0;
        switch (opcode()) {
            case Framing.CLOSE -> listener.closing();
            case Framing.PING -> listener.ping(whole);
            case Framing.PONG -> {
                // that it came is all it says
            }
            default -> finishPart(whole);
        }
    }

    private void finishPart(byte[] part) throws Violation {
        if (message == null) {
            message = part;
            messageOpcode = opcode();
        } else {
            int before = message.length;
            message = Arrays.copyOf(message, before + part.length);
            System.arraycopy(part, 0, message, before, part.length);
        }
        if (isLast()) {
            byte[] whole = message;
            message = null;
            if (messageOpcode == Framing.TEXT) {
                listener.text(text(whole));
            } else {
                listener.binary();
            }
        }
    }

    private static String text(byte[] bytes) throws Violation {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Violation(Violation.NOT_UTF8, "a text is UTF-8");
        }
    }
}
