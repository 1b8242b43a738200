package chat262.it.model;

import java.util.Locale;

/** What can stand in the log: the messages that the two senders write, and the removal of the second sender. */
enum Entry {
    A1(0),
    A2(0),
    B1(1),
    REMOVED_B(1),
    /** The first message once more, under another key: only where that rule is broken. */
    A1_AGAIN(0);

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

    /** The messages of a sender. */
    static int bitsOf(int sender) {
        return sender == 0 ? A1.bit() | A2.bit() : B1.bit();
    }

    int bit() {
        return 1 << ordinal();
    }

    /** The same message under another key; only the first one has any. */
    Entry underOtherKey() {
        return this == A1 ? A1_AGAIN : this;
    }

    /** The message as it was written, whatever its key. */
    Entry written() {
        return this == A1_AGAIN ? A1 : this;
    }

    @Override
    public String toString() {
        return this == REMOVED_B ? "the removal of B" : written().name().toLowerCase(Locale.ROOT);
    }
}
