package chat262.it.model;

import java.util.Optional;

/** The promise, as what must hold after every step and at the end. */
final class Promise {
    private Promise() {}

    /** How a step has broken the promise, as a sentence; empty if it has not. */
    static Optional<String> brokenBy(State before, State after) {
        return ofLog(before.log(), after.log())
                .or(() -> ofSender(after, 0))
                .or(() -> ofSender(after, 1))
                .or(() -> ofReceiver(before, after));
    }

    /** Whether everything is over: all outboxes are empty and all that was accepted is delivered, shown and acknowledged. */
    static boolean isKept(State state, Participants participants) {
        return isThrough(state.a(), 0)
                && (!participants.has(1) || isThrough(state.b(), 1))
                && state.one().is(Work.Phase.IDLE)
                && state.two().is(Work.Phase.IDLE)
                && (!participants.hasReceiver() || hasEverything(state));
    }

    private static boolean hasEverything(State state) {
        int last = state.log().last();
        return state.receiver().journal().equals(state.log())
                && state.receiver().seen() == last
                && state.cursor() == last;
    }

    private static boolean isThrough(Sender sender, int which) {
        int all = (1 << Entry.messagesOf(which)) - 1;
        return (sender.accepted() | sender.refused()) == all;
    }

    private static Optional<String> ofLog(Log before, Log after) {
        for (int seq = 1; seq <= after.last(); seq++) {
            Entry entry = after.at(seq);
            if (entry == null) {
                return Optional.of("the log has a hole: " + after);
            }
            if (after.seqOf(entry) != seq) {
                return Optional.of("the log has " + entry + " twice: " + after);
            }
        }
        for (int seq = 1; seq <= before.last(); seq++) {
            if (before.at(seq) != after.at(seq)) {
                return Optional.of("the log has changed at " + seq + ": " + after);
            }
        }
        if (after.contains(Entry.A2) && (!after.contains(Entry.A1) || after.seqOf(Entry.A1) > after.seqOf(Entry.A2))) {
            return Optional.of("the log has A's messages in another order than they were written: " + after);
        }
        if (after.contains(Entry.REMOVED_B) && after.seqOf(Entry.B1) > after.seqOf(Entry.REMOVED_B)) {
            return Optional.of("the log has a message of B after its removal: " + after);
        }
        return Optional.empty();
    }

    private static Optional<String> ofSender(State state, int which) {
        Sender sender = state.sender(which);
        for (int number = 0; number < Entry.messagesOf(which); number++) {
            Entry message = Entry.message(which, number);
            boolean stored = state.log().contains(message);
            if ((sender.accepted() >> number & 1) != 0 && !stored) {
                return Optional.of(message + " was accepted and is not in the log");
            }
            if ((sender.refused() >> number & 1) != 0 && stored) {
                return Optional.of(message + " was refused and is in the log");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofReceiver(State before, State after) {
        Receiver receiver = after.receiver();
        Log journal = receiver.journal();
        for (int seq = 1; seq <= journal.last(); seq++) {
            if (journal.at(seq) != after.log().at(seq)) {
                return Optional.of("the journal is not the beginning of the log: " + journal + " of " + after.log());
            }
        }
        if (receiver.seen() > journal.last()) {
            return Optional.of(receiver.seen() + " was shown and only " + journal.last() + " journalled");
        }
        if (after.cursor() > receiver.seen()) {
            return Optional.of("the cursor is at " + after.cursor() + " and only " + receiver.seen() + " was shown");
        }
        if (after.cursor() < before.cursor()) {
            return Optional.of("the cursor fell from " + before.cursor() + " to " + after.cursor());
        }
        return Optional.empty();
    }
}
