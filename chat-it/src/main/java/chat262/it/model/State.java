package chat262.it.model;

/**
 * Everything that there is at one moment. Immutable; equal states are the same state.
 *
 * @param a the first sender
 * @param b the second sender, whom the owner may remove from the room
 * @param requests the messages whose request was ever sent, as {@linkplain Entry#bit bits}
 * @param frames the messages on their senders' sockets; none whose request was sent as well, as that one may do all that
 *     the frame may
 * @param one a request that the server works on
 * @param two another
 * @param log the committed log
 * @param taken the last number that a sequence gave; unused where the counter is locked
 * @param cursor the receiver's cursor, at the server
 * @param receiver the receiver
 */
record State(
        Sender a,
        Sender b,
        int requests,
        int frames,
        Work one,
        Work two,
        Log log,
        int taken,
        int cursor,
        Receiver receiver) {
    static final State FIRST =
            new State(Sender.NEW, Sender.NEW, 0, 0, Work.NONE, Work.NONE, Log.EMPTY, 0, 0, Receiver.NEW);

    Sender sender(int which) {
        return which == 0 ? a : b;
    }

    State with(int which, Sender sender) {
        return new State(
                which == 0 ? sender : a,
                which == 0 ? b : sender,
                requests,
                frames,
                one,
                two,
                log,
                taken,
                cursor,
                receiver);
    }

    State withRequest(Entry message) {
        return with(requests | message.bit(), frames);
    }

    State withFrame(Entry message) {
        return with(requests, frames | message.bit());
    }

    /** The same after a frame has been read. */
    State withoutFrame(Entry message) {
        return with(requests, frames & ~message.bit());
    }

    State withoutFramesOf(int sender) {
        return with(requests, frames & ~Entry.bitsOf(sender));
    }

    /** The same after a crash of the server: what it worked on is gone, and so is what was on its sockets. */
    State withServerRestarted() {
        return with(requests, 0).withWorks(Work.NONE, Work.NONE);
    }

    private State with(int requested, int framed) {
        return new State(a, b, requested, framed & ~requested, one, two, log, taken, cursor, receiver);
    }

    /** The same with these two works, in either order. */
    State withWorks(Work some, Work other) {
        boolean ordered = some.rank() <= other.rank();
        return new State(
                a, b, requests, frames, ordered ? some : other, ordered ? other : some, log, taken, cursor, receiver);
    }

    State with(Log changed) {
        return new State(a, b, requests, frames, one, two, changed, taken, cursor, receiver);
    }

    State withTaken(int number) {
        return new State(a, b, requests, frames, one, two, log, number, cursor, receiver);
    }

    State withCursor(int seq) {
        return new State(a, b, requests, frames, one, two, log, taken, seq, receiver);
    }

    State with(Receiver changed) {
        return new State(a, b, requests, frames, one, two, log, taken, cursor, changed);
    }

    boolean isRequested(Entry message) {
        return (requests & message.bit()) != 0;
    }

    boolean hasFrame(Entry message) {
        return (frames & message.bit()) != 0;
    }

    boolean hasFrameOf(int sender) {
        return (frames & Entry.bitsOf(sender)) != 0;
    }

    /** Whether a transaction that is not committed has inserted a message. */
    boolean isInserted(Entry message) {
        return one.hasInserted(message) || two.hasInserted(message);
    }

    boolean isLocked() {
        return one.holdsLock() || two.holdsLock();
    }

    /** Whether an account is in the room, as far as is committed. */
    boolean isMember(int sender) {
        return sender == 0 || !log.contains(Entry.REMOVED_B);
    }
}
