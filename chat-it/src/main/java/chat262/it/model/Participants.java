package chat262.it.model;

/**
 * Who takes part in a search, beside the server and the owner. Everybody at once would be a hundred times as many states
 * and no other log: a receiver reads what is committed, and nobody else reads what the receiver does.
 */
enum Participants {
    /** Both senders. */
    SENDERS("two senders"),
    /** The first sender and the receiver. */
    RECEIVER("a sender and a receiver");

    private final String sentence;

    Participants(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    boolean has(int sender) {
        return sender == 0 || this == SENDERS;
    }

    boolean hasReceiver() {
        return this == RECEIVER;
    }
}
