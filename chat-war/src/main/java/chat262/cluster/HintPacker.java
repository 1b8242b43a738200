package chat262.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** Distributes what is to be told over hints none of which is too long. Not thread-safe. */
final class HintPacker {
    /** Of all items of a hint; PostgreSQL allows 8,000, and there are epoch, node and names of fields besides. */
    private static final int MAX_BYTES = 7_000;

    /** Two ids of up to 20 digits, with quotes, brackets and commas. */
    private static final int ITEM_BYTES = 50;

    /** A username has up to 32 characters, each of which may be written as two escapes. */
    private static final int NAME_BYTES = 32 * 12;

    private final List<Hint> hints = new ArrayList<>();
    private int bytes = MAX_BYTES;

    void appended(long roomId, long lastSeq) {
        room(ITEM_BYTES).lastSeqs().put(roomId, lastSeq);
    }

    void joined(long roomId, long accountId) {
        room(ITEM_BYTES)
                .joined()
                .computeIfAbsent(roomId, none -> new HashSet<>())
                .add(accountId);
    }

    /** A group of its own hint: in a common one, accounts that have joined it would stand for all of its members. */
    void founded(long roomId) {
        room(MAX_BYTES).joined().put(roomId, new HashSet<>());
    }

    void cursor(long roomId, long accountId) {
        room(ITEM_BYTES)
                .cursors()
                .computeIfAbsent(roomId, none -> new HashSet<>())
                .add(accountId);
    }

    void closed(long roomId) {
        room(ITEM_BYTES).closed().add(roomId);
    }

    void ended(long accountId) {
        room(ITEM_BYTES).ended().add(accountId);
    }

    void typing(long roomId, long accountId, String username) {
        room(ITEM_BYTES + NAME_BYTES)
                .typing()
                .computeIfAbsent(roomId, none -> new HashMap<>())
                .put(accountId, username);
    }

    List<Hint> hints() {
        return hints;
    }

    /** A hint that has room for so many bytes. */
    private Hint room(int more) {
        if (bytes + more > MAX_BYTES) {
            hints.add(new Hint());
            bytes = 0;
        }
        bytes += more;
        return hints.get(hints.size() - 1);
    }
}
