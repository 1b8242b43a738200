package chat262.cli.sync;

/** The server's history is not the one that the journal was written from. */
final class HistoryChanged extends RuntimeException {
    private final String epoch;

    HistoryChanged(String epoch) {
        super("the server's history was restored from a backup", null, false, false);
        this.epoch = epoch;
    }

    String epoch() {
        return epoch;
    }
}
