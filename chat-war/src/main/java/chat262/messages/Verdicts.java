package chat262.messages;

import chat262.api.Message;
import chat262.messages.MessagesAppended.Entry;
import chat262.platform.RateLimit;
import chat262.problems.ProblemException;
import chat262.problems.Problems;
import chat262.rooms.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of a batch, decided over what was read once its rooms were locked: which sends are stored and under which
 * number, which are answered without, and which cursors move. Not thread-safe.
 */
final class Verdicts {
    private final Map<Member, Standing> standings;
    private final Map<Key, Known> known;
    private final RateLimit limit;
    private final Instant now;

    private final List<Stored> stored = new ArrayList<>();
    private final Map<Long, Long> raised = new TreeMap<>();
    private final Map<Member, Long> moved = new TreeMap<>();
    private final List<Runnable> answers = new ArrayList<>();

    /** How a member stands in a room that is locked. */
    record Standing(long lastSeq, boolean closed, long cursor) {}

    /** The name of a message: nobody but its account can use it. */
    record Key(long accountId, String key) {
        static Key of(Send send) {
            return new Key(send.sender().accountId(), send.call().key());
        }
    }

    /** What a key stands for; the message is null if that is nothing that was sent. */
    record Known(String fingerprint, Message message) {}

    /** A send with its place in the log. */
    record Stored(Send send, Message message) {}

    /**
     * @param standings of everybody in the batch who is a member of the room in question
     * @param known the keys of the batch that stand for something already
     * @param now when what is stored is said to have been sent
     */
    Verdicts(Map<Member, Standing> standings, Map<Key, Known> known, RateLimit limit, Instant now) {
        this.standings = standings;
        this.known = new HashMap<>(known);
        this.limit = limit;
        this.now = now;
    }

    /** Decides about a send. The order of calls is the order in the log; of equal keys the first one stands. */
    void decide(Send send) {
        try {
            Outcome<Message> outcome = outcome(send);
            answers.add(() -> send.answer().complete(outcome));
        } catch (ProblemException e) {
            answers.add(() -> send.answer().completeExceptionally(e));
        }
    }

    private Outcome<Message> outcome(Send send) {
        Known before = known.get(Key.of(send));
        if (before != null) {
            if (before.message == null || !before.fingerprint.equals(send.call().fingerprint())) {
                throw Problems.keyReused();
            }
            return new Outcome<>(before.message, false);
        }
        Standing standing = standings.get(send.sender());
        if (standing == null) {
            throw Problems.notFound("room");
        }
        if (standing.closed) {
            throw Problems.peerGone();
        }
        send.count(limit);
        long seq = raised.merge(send.sender().roomId(), standing.lastSeq + 1, (last, first) -> last + 1);
        Message message = send.message(seq, now);
        known.put(Key.of(send), new Known(send.call().fingerprint(), message));
        stored.add(new Stored(send, message));
        return new Outcome<>(message, true);
    }

    /** Decides about a cursor. Only what was there before this batch can have been shown. */
    void decide(Acknowledgement acknowledgement) {
        Standing standing = standings.get(acknowledgement.member());
        if (standing == null) {
            answers.addAll(acknowledgement.failures(Problems.notFound("room")));
            return;
        }
        long lastSeq = standing.lastSeq;
        long cursor = Math.max(standing.cursor, acknowledgement.highestUpTo(lastSeq));
        if (cursor > standing.cursor) {
            moved.put(acknowledgement.member(), cursor);
        }
        acknowledgement.upTo(lastSeq).forEach(answer -> answers.add(() -> answer.complete(cursor)));
        acknowledgement
                .beyond(lastSeq)
                .forEach(answer -> answers.add(() -> answer.completeExceptionally(Problems.beyondTheEnd(lastSeq))));
    }

    /** What is to be inserted, in this order. */
    List<Stored> stored() {
        return stored;
    }

    /** The rooms that get entries, and their last seqs then. */
    Map<Long, Long> raised() {
        return raised;
    }

    /** The cursors that move, and where to. */
    Map<Member, Long> moved() {
        return moved;
    }

    /** The answers to give once all of this is durable. */
    List<Runnable> answers() {
        return answers;
    }

    /** What has been stored, each room's in the order of their seqs. */
    List<Entry> appended() {
        return stored.stream()
                .map(each -> new Entry(each.send.sender().accountId(), null, each.message))
                .toList();
    }

    /** What is in the log under the keys of the batch, in the same order: an earlier try may have stored it and died. */
    List<Entry> present() {
        return known.entrySet().stream()
                .filter(each -> each.getValue().message != null)
                .map(each -> new Entry(each.getKey().accountId(), null, each.getValue().message))
                .sorted(Comparator.comparing(entry -> entry.message().seq()))
                .toList();
    }
}
