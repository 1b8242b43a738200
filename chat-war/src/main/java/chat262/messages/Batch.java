package chat262.messages;

import java.util.ArrayList;
import java.util.List;

/**
 * What is stored in one transaction, or not at all.
 *
 * @param sends in the order in which they came
 * @param acknowledgements at most one for each member
 * @param tries how often storing it has been tried already
 */
record Batch(List<Send> sends, List<Acknowledgement> acknowledgements, int tries) {
    Batch(List<Send> sends, List<Acknowledgement> acknowledgements) {
        this(sends, acknowledgements, 0);
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
            return List.of(new Batch(sends, List.of()), new Batch(List.of(), acknowledgements));
        }
        int half = sends.size() / 2;
        int ofCursors = acknowledgements.size() / 2;
        return List.of(
                new Batch(sends.subList(0, half), acknowledgements.subList(0, ofCursors)),
                new Batch(
                        sends.subList(half, sends.size()),
                        acknowledgements.subList(ofCursors, acknowledgements.size())));
    }

    /** The same batch, for another try. */
    Batch again() {
        return new Batch(sends, acknowledgements, tries + 1);
    }

    /** What fails all requests in it: each on its own, as a client that doesn't read blocks the thread that answers it. */
    List<Runnable> failures(Throwable failure) {
        List<Runnable> answers = new ArrayList<>();
        sends.forEach(send -> answers.add(() -> send.answer().completeExceptionally(failure)));
        acknowledgements.forEach(acknowledgement -> answers.addAll(acknowledgement.failures(failure)));
        return answers;
    }
}
