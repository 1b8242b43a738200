package chat262.it.model;

/**
 * The client that receives, with its journal on its disk.
 *
 * @param journal what is in the journal
 * @param view up to where the open view has shown; it opens at the cursor
 * @param seen up to where any view has ever shown: what the user has seen
 */
record Receiver(Log journal, int view, int seen) {
    static final Receiver NEW = new Receiver(Log.EMPTY, 0, 0);

    Receiver journals(int seq, Entry entry) {
        return new Receiver(journal.with(seq, entry), view, seen);
    }

    Receiver shows(int seq) {
        return new Receiver(journal, seq, Math.max(seen, seq));
    }

    Receiver restarts(int cursor) {
        return new Receiver(journal, cursor, seen);
    }
}
