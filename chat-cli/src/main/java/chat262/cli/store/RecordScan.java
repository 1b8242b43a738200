package chat262.cli.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/**
 * Looks for whole records in a file as long as it is now. A record is found behind damage as well: its length begins with a
 * zero byte, which the JSON of another record never holds, and its checksum has to be right.
 */
final class RecordScan {
    /** Length and checksum, which stand before a record. */
    static final int FRAME = 8;

    /** A record has at least one byte and at most so many; any other length is damage. */
    static final int MAX_LENGTH = 16 << 20;

    private static final int WINDOW = 1 << 16;

    private final FileChannel channel;
    private final long size;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowAt;

    RecordScan(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /** The record that starts at an offset; null if no whole one does. */
    byte[] at(long offset) throws IOException {
        ByteBuffer frame = bytes(offset, FRAME);
        if (frame == null) {
            return null;
        }
        int length = frame.getInt();
        int checksum = frame.getInt();
        if (length < 1 || length > Math.min(MAX_LENGTH, size - offset - FRAME)) {
            return null;
        }
        byte[] record = array(offset + FRAME, length);
        return record != null && checksum(record) == checksum ? record : null;
    }

    /** Where the first whole record from an offset on starts; -1 if none follows. */
    long next(long offset) throws IOException {
        for (long at = offset; at < size - FRAME; at++) {
            if (at(at) != null) {
                return at;
            }
        }
        return -1;
    }

    /**
     * Whether what stands behind the last whole record is what a power cut leaves of one: less than its length says, or zeros
     * where its bytes were to come. A record of its full length with a wrong byte is damage.
     */
    boolean isTorn(long end) throws IOException {
        long left = size - end - FRAME;
        ByteBuffer frame = left < 1 ? null : bytes(end, FRAME);
        if (frame == null || left > MAX_LENGTH) {
            return left < 1;
        }
        int length = frame.getInt();
        byte[] rest = array(end + FRAME, (int) left);
        boolean isWhole = rest != null && checksum(rest) == frame.getInt(); // only its length is wrong
        return rest == null || rest[rest.length - 1] == 0 || length > left && length <= MAX_LENGTH && !isWhole;
    }

    /** How much there is behind an offset. */
    long behind(long offset) {
        return size - offset;
    }

    private byte[] array(long offset, int length) throws IOException {
        ByteBuffer bytes = bytes(offset, length);
        if (bytes == null) {
            return null;
        }
        byte[] array = new byte[length];
        bytes.get(array);
        return array;
    }

    /** Some bytes of the file; null if it ends before them. */
    private ByteBuffer bytes(long offset, int length) throws IOException {
        if (size - offset < length) {
            return null;
        }
        if (offset < windowAt || offset + length > windowAt + window.limit()) {
            window = ByteBuffer.allocate((int) Math.min(Math.max(WINDOW, length), size - offset));
            windowAt = offset;
            while (window.hasRemaining() && channel.read(window, offset + window.position()) >= 0) {}
            window.flip();
        }
        int from = (int) (offset - windowAt);
        return from + length > window.limit() ? null : window.slice(from, length); // its writer may have cut it since
    }

    static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
