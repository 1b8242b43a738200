package chat262.it.proxy.database;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One message of PostgreSQL's protocol, byte for byte as it went over the wire.
 *
 * @param bytes all of it: a letter, which the first message of a connection doesn't have, the length and the content
 * @param headLength how many of them come before the content
 */
record DatabaseMessage(byte[] bytes, int headLength) {
    /** The letters that are looked at. */
    static final char PARSE = 'P';

    static final char BIND = 'B';
    static final char QUERY = 'Q';
    static final char COMMAND_COMPLETE = 'C';
    static final char READY_FOR_QUERY = 'Z';
    static final char NOTIFICATION = 'A';

    private static final int SSL_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;

    /** Reads the first message of a client, or another first one after it was told to go without encryption. */
    static DatabaseMessage readFirst(DataInputStream in) throws IOException {
        byte[] length = in.readNBytes(Integer.BYTES);
        return withContent(in, length);
    }

    /** Reads any other message; empty if the connection was closed instead. */
    static Optional<DatabaseMessage> read(DataInputStream in) throws IOException {
        int letter = in.read();
        if (letter < 0) {
            return Optional.empty();
        }
        byte[] length = in.readNBytes(Integer.BYTES);
        byte[] head = ByteBuffer.allocate(1 + length.length)
                .put((byte) letter)
                .put(length)
                .array();
        return Optional.of(withContent(in, head));
    }

    private static DatabaseMessage withContent(DataInputStream in, byte[] head) throws IOException {
        if (head.length < Integer.BYTES) {
            throw new EOFException("closed before a message");
        }
        int length = ByteBuffer.wrap(head).getInt(head.length - Integer.BYTES) - Integer.BYTES;
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException("closed in the middle of a message");
        }
        byte[] all =
                ByteBuffer.allocate(head.length + length).put(head).put(content).array();
        return new DatabaseMessage(all, head.length);
    }

    /** Whether a first message asks for encryption; the answer is a single letter then. */
    boolean asksForEncryption() {
        int code = ByteBuffer.wrap(bytes).getInt(headLength);
        return code == SSL_REQUEST || code == GSS_REQUEST;
    }

    boolean is(char letter) {
        return bytes[0] == letter;
    }

    /** The first, second, … text of the content, each of which ends with a zero. */
    String text(int index) {
        String content = new String(bytes, headLength, bytes.length - headLength, StandardCharsets.UTF_8);
        String[] texts = content.split("\0", index + 2);
        return index < texts.length ? texts[index] : "";
    }

    /** The letter that is all the content. */
    char status() {
        return (char) bytes[headLength];
    }
}
