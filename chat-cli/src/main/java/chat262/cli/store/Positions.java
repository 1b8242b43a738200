package chat262.cli.store;

import java.util.Arrays;

/** Where the entries of one room stand in the journal: seqs, ascending, and their offsets. */
final class Positions {
    private long[] seqs = new long[16];
    private long[] offsets = new long[16];
    private int size;

    /** Adds an entry, nearly always above all that are there; one that is there already changes nothing. */
    void add(long seq, long offset) {
        int at = size > 0 && seq <= seqs[size - 1] ? place(seq) : size;
        if (at < size && seqs[at] == seq) {
            return;
        }
        if (size == seqs.length) {
            seqs = Arrays.copyOf(seqs, size * 2);
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        System.arraycopy(seqs, at, seqs, at + 1, size - at);
        System.arraycopy(offsets, at, offsets, at + 1, size - at);
        seqs[at] = seq;
        offsets[at] = offset;
        size++;
    }

    /** The offsets of the entries from one seq to another, both included. */
    long[] between(long first, long last) {
        int from = place(first);
        return Arrays.copyOfRange(offsets, from, Math.max(from, place(last + 1)));
    }

    private int place(long seq) {
        int found = Arrays.binarySearch(seqs, 0, size, seq);
        return found >= 0 ? found : -found - 1;
    }
}
