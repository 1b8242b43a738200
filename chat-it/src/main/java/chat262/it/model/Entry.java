package chat262.it.model;

/** What can stand in the log: the messages that the two senders write, and the removal of the second sender. */
enum Entry {
    A1(0),
    A2(0),
    B1(1),
    REMOVED_B(1);

    private static final Entry[] ALL = values();

    private final int sender;

    Entry(int sender) {
        this.sender = sender;
    }

    /** The nth message of a sender, from 0. */
    static Entry message(int sender, int n) {
        return sender == 0 ? ALL[n] : B1;
    }

    /** How many messages a sender writes. */
    static int messagesOf(int sender) {
        return sender == 0 ? 2 : 1;
    }

    static Entry at(int ordinal) {
        return ALL[ordinal];
    }

    static int count() {
        return ALL.length;
    }

    int sender() {
        return sender;
    }

    /** Its number among the messages of its sender, from 0. */
    int number() {
        return this == A2 ? 1 : 0;
    }

    int bit() {
        return 1 << ordinal();
    }

    @Override
    public String toString() {
        return this == REMOVED_B ? "the removal of B" : name().toLowerCase(java.util.Locale.ROOT);
    }
}
