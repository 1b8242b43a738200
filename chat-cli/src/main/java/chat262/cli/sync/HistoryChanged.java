package chat262.cli.sync;

/** The server's history is not the one that the journal was written from. */
final class HistoryChanged extends RuntimeException {
    private final String epoch;

    HistoryChanged(String epoch) {
        super("the server's history was restored from a backup", null, false, false);
        this.epoch = epoch;
    }

    /** Throws it if the epoch of an answer is not the one that is expected. */
    static void unless(String expected, String found) {
        if (!found.equals(expected)) {
            throw new HistoryChanged(found);
        }
    }

    String epoch() {
        return epoch;
    }
}
