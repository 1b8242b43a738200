package chat262.cli.store;

import java.util.Arrays;

/** Where the entries of one room stand in the journal: seqs, ascending, and their offsets. */
final class Positions {
    private long[] seqs = new long[16];
    private long[] offsets = new long[16];
    private int size;

    /** Adds an entry above all that are there; one that isn't is left out, as it is there already. */
    void add(long seq, long offset) {
        if (size > 0 && seq <= seqs[size - 1]) {
            return;
        }
        if (size == seqs.length) {
            seqs = Arrays.copyOf(seqs, size * 2);
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        seqs[size] = seq;
        offsets[size++] = offset;
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
