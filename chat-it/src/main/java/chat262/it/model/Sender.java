package chat262.it.model;

/**
 * A client that sends. Its messages stand, with their keys, in its outbox from the beginning: one that never came so far
 * was never promised anything.
 *
 * @param accepted the messages that were answered 200 or 201, as bits by number; on its disk
 * @param refused the messages that were finally refused; on its disk
 * @param waiting the messages that it has sent and waits for an answer to
 */
record Sender(int accepted, int refused, int waiting) {
    static final Sender NEW = new Sender(0, 0, 0);

    Sender sends(int number) {
        return new Sender(accepted, refused, waiting | 1 << number);
    }

    /** Gives up waiting, by a timeout, a cut connection or its own crash. */
    Sender forgets() {
        return new Sender(accepted, refused, 0);
    }

    Sender hears(int number, boolean ok) {
        int bit = 1 << number;
        return new Sender(ok ? accepted | bit : accepted, ok ? refused : refused | bit, waiting & ~bit);
    }

    boolean waitsFor(int number) {
        return (waiting >> number & 1) != 0;
    }

    /** Whether it knows the outcome of a message. */
    boolean isDone(int number) {
        return ((accepted | refused) >> number & 1) != 0;
    }
}
