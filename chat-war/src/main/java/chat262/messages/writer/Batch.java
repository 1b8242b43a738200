package chat262.messages.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * What is stored in one transaction, or not at all.
 *
 * @param sends in the order in which they came
 * @param acknowledgements at most one for each member
 * @param tried whether storing it, or a batch that it was part of, has been tried already: perhaps it was stored
 * @param conflicts how often it has failed on what another transaction had stored
 */
record Batch(List<Send> sends, List<Acknowledgement> acknowledgements, boolean tried, int conflicts) {
    Batch(List<Send> sends, List<Acknowledgement> acknowledgements) {
        this(sends, acknowledgements, false, 0);
    }

    boolean isEmpty() {
        return sends.isEmpty() && acknowledgements.isEmpty();
    }

    /** Whether there is nothing left to part: it is one send, or one member's cursor. */
    boolean standsAlone() {
        return sends.size() + acknowledgements.size() == 1;
    }

    /** The two parts of a batch that doesn't stand alone, the one to store first first; sends never go with cursors. */
    List<Batch> halves() {
        if (!sends.isEmpty() && !acknowledgements.isEmpty()) {
            return List.of(part(sends, List.of()), part(List.of(), acknowledgements));
        }
        int half = sends.size() / 2;
        int ofCursors = acknowledgements.size() / 2;
        return List.of(
                part(sends.subList(0, half), acknowledgements.subList(0, ofCursors)),
                part(sends.subList(half, sends.size()), acknowledgements.subList(ofCursors, acknowledgements.size())));
    }

    /** What it has of some rooms, in the same order; may be empty. */
    Batch of(LongPredicate rooms) {
        return part(
                sends.stream()
                        .filter(send -> rooms.test(send.sender().roomId()))
                        .toList(),
                acknowledgements.stream()
                        .filter(each -> rooms.test(each.member().roomId()))
                        .toList());
    }

    private Batch part(List<Send> someSends, List<Acknowledgement> someAcknowledgements) {
        return new Batch(someSends, someAcknowledgements, tried, 0);
    }

    /** The rooms that must be locked for it. */
    Set<Long> rooms() {
        Set<Long> rooms = new TreeSet<>();
        Stream.concat(
                        sends.stream().map(Send::sender),
                        acknowledgements.stream().map(Acknowledgement::member))
                .forEach(member -> rooms.add(member.roomId()));
        return rooms;
    }

    /** The same batch, for another try. */
    Batch again() {
        return new Batch(sends, acknowledgements, true, conflicts);
    }

    /** The same batch, for another try that finds what this one has collided with. */
    Batch afterConflict() {
        return new Batch(sends, acknowledgements, true, conflicts + 1);
    }

    /** What fails all requests in it: each on its own, as a client that doesn't read blocks the thread that answers it. */
    List<Runnable> failures(Throwable failure) {
        List<Runnable> answers = new ArrayList<>();
        sends.forEach(send -> answers.add(() -> send.callback().failed(failure)));
        acknowledgements.forEach(acknowledgement -> answers.addAll(acknowledgement.failures(failure)));
        return answers;
    }
}
