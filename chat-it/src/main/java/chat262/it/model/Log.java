package chat262.it.model;

/**
 * Entries by seq, from 1; a seq may have none. Immutable.
 *
 * @param packed four bits a seq: 0 for none, else the entry's ordinal + 1
 */
record Log(long packed) {
    static final Log EMPTY = new Log(0);
    private static final int BITS = 4;
    private static final int MASK = 15;

    /** The entry at a seq; null if there is none. */
    Entry at(int seq) {
        int slot = slot(seq);
        return slot == 0 ? null : Entry.at(slot - 1);
    }

    boolean has(int seq) {
        return slot(seq) != 0;
    }

    Log with(int seq, Entry entry) {
        return new Log(packed | (long) (entry.ordinal() + 1) << BITS * (seq - 1));
    }

    /** The highest seq that has an entry; 0 if none has. */
    int last() {
        return (Long.SIZE - Long.numberOfLeadingZeros(packed) + BITS - 1) / BITS;
    }

    /** The lowest seq of an entry, whatever its key; 0 if it is not here. */
    int seqOf(Entry entry) {
        for (int seq = 1; seq <= last(); seq++) {
            if (has(seq) && at(seq).written() == entry.written()) {
                return seq;
            }
        }
        return 0;
    }

    boolean contains(Entry entry) {
        return seqOf(entry) != 0;
    }

    /** Whether a message is here under the same key. */
    boolean containsKeyOf(Entry entry) {
        for (int seq = 1; seq <= last(); seq++) {
            if (slot(seq) == entry.ordinal() + 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether any other message of the same sender is here. */
    boolean containsOtherOf(Entry message) {
        for (int number = 0; number < Entry.messagesOf(message.sender()); number++) {
            Entry other = Entry.message(message.sender(), number);
            if (other != message && contains(other)) {
                return true;
            }
        }
        return false;
    }

    /** The lowest seq above another that has an entry; 0 if none has. */
    int next(int above) {
        for (int seq = above + 1; seq <= last(); seq++) {
            if (has(seq)) {
                return seq;
            }
        }
        return 0;
    }

    private int slot(int seq) {
        return (int) (packed >>> BITS * (seq - 1)) & MASK;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int seq = 1; seq <= last(); seq++) {
            text.append(seq == 1 ? "" : ", ").append(seq).append(' ').append(has(seq) ? at(seq) : "nothing");
        }
        return text.append(']').toString();
    }
}
