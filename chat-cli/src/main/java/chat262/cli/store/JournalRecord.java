package chat262.cli.store;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A record of the journal: one byte for what it is, the room and a seq (eight bytes each), then perhaps JSON. {@code R}
 * what the room is called; {@code S} the journal of the room goes on behind this seq; {@code E} an entry, above the last one
 * or in the place of one that was damaged; {@code V} everything up to this seq was shown.
 */
final class JournalRecord {
    private static final int HEAD = 17;

    private JournalRecord() {}

    static byte[] of(char type, long room, long seq, byte[] json) {
        return ByteBuffer.allocate(HEAD + json.length)
                .put((byte) type)
                .putLong(room)
                .putLong(seq)
                .put(json)
                .array();
    }

    static byte[] json(byte[] record) {
        return Arrays.copyOfRange(record, HEAD, record.length);
    }
}
