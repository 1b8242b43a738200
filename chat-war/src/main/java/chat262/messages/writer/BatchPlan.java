package chat262.messages.writer;

import chat262.api.Message;
import chat262.messages.writer.MessagesAppended.Entry;
import chat262.platform.RateLimit;
import chat262.problems.ProblemException;
import chat262.problems.Problems;
import chat262.rooms.MemberId;
import chat262.rooms.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of a batch, decided over what was read once its rooms were locked: what is written, and what happens after
 * the commit.
 *
 * @param newEntries the sends that are stored, in this order
 * @param newLastSeqs the rooms that get entries, and their last seqs then
 * @param newCursors the cursors that move, and where to
 * @param result what happens once all of this is durable
 */
record BatchPlan(
        List<NewEntry> newEntries, Map<Long, Long> newLastSeqs, Map<MemberId, Long> newCursors, BatchResult result) {

    /** A member of a room that is locked. */
    record MembershipState(long lastSeq, boolean closed, long cursor) {}

    /** A key, which names something for its account only. */
    record AccountKey(long accountId, String key) {
        static AccountKey of(Send send) {
            return new AccountKey(send.sender().accountId(), send.call().key());
        }
    }

    /** What a key stands for; the message is null if that was not sent but is a change of a room. */
    record StoredKey(String fingerprint, Message message) {}

    /** A send with its place in the log. */
    record NewEntry(Send send, Message message) {}

    /**
     * What was read under the locks.
     *
     * @param members all in the batch that are members of the room in question
     * @param keys the keys of the batch that stand for something already
     */
    record Snapshot(Map<MemberId, MembershipState> members, Map<AccountKey, StoredKey> keys) {}

    /**
     * Decides about a batch: the order of its sends is the order in the log, and of equal keys the first one stands.
     *
     * @param now when what is stored is said to have been sent
     */
    static BatchPlan of(Batch batch, Snapshot snapshot, RateLimit limit, Instant now) {
        Planner planner = new Planner(snapshot, limit, now);
        batch.sends().forEach(planner::plan);
        batch.acknowledgements().forEach(planner::plan);
        List<Entry> appended = batch.tried() ? planner.inTheLog() : planner.appended();
        BatchResult result = new BatchResult(planner.responses, appended);
        return new BatchPlan(planner.newEntries, planner.newLastSeqs, planner.newCursors, result);
    }

    private static final class Planner {
        private final Map<MemberId, MembershipState> members;
        private final Map<AccountKey, StoredKey> keys;
        private final RateLimit limit;
        private final Instant now;

        private final List<NewEntry> newEntries = new ArrayList<>();
        private final Map<Long, Long> newLastSeqs = new TreeMap<>();
        private final Map<MemberId, Long> newCursors = new TreeMap<>();
        private final List<Runnable> responses = new ArrayList<>();

        Planner(Snapshot snapshot, RateLimit limit, Instant now) {
            this.members = snapshot.members;
            this.keys = new HashMap<>(snapshot.keys);
            this.limit = limit;
            this.now = now;
        }

        void plan(Send send) {
            try {
                Result<Message> result = result(send);
                if (!(result.changed() && send.callback().travelsWithEntry())) {
                    responses.add(() -> send.callback().stored(result.view(), !result.changed()));
                }
            } catch (ProblemException e) {
                responses.add(() -> send.callback().failed(e));
            }
        }

        private Result<Message> result(Send send) {
            StoredKey stored = keys.get(AccountKey.of(send));
            if (stored != null) {
                if (stored.message == null
                        || !stored.fingerprint.equals(send.call().fingerprint())) {
                    throw Problems.keyReused();
                }
                return new Result<>(stored.message, false);
            }
            MembershipState member = members.get(send.sender());
            if (member == null) {
                throw Problems.notFound("room");
            }
            if (member.closed) {
                throw Problems.peerGone();
            }
            send.count(limit);
            long seq = newLastSeqs.merge(send.sender().roomId(), member.lastSeq + 1, (last, first) -> last + 1);
            Message message = send.message(seq, now);
            keys.put(AccountKey.of(send), new StoredKey(send.call().fingerprint(), message));
            newEntries.add(new NewEntry(send, message));
            return new Result<>(message, true);
        }

        /** Only what was there before this batch can have been shown. */
        void plan(Acknowledgement acknowledgement) {
            MembershipState member = members.get(acknowledgement.member());
            if (member == null) {
                responses.addAll(acknowledgement.failures(Problems.notFound("room")));
                return;
            }
            long lastSeq = member.lastSeq;
            long cursor = Math.max(member.cursor, acknowledgement.highestUpTo(lastSeq));
            if (cursor > member.cursor) {
                newCursors.put(acknowledgement.member(), cursor);
            }
            acknowledgement.upTo(lastSeq).forEach(answer -> responses.add(() -> answer.complete(cursor)));
            acknowledgement
                    .beyond(lastSeq)
                    .forEach(answer ->
                            responses.add(() -> answer.completeExceptionally(Problems.beyondTheEnd(lastSeq))));
        }

        /** What this batch stores, each room's in the order of their seqs. */
        List<Entry> appended() {
            return newEntries.stream()
                    .map(entry -> entry.send.entry(entry.message))
                    .toList();
        }

        /** All that is stored under the keys of the batch, in the same order: an earlier try may have stored it and died. */
        List<Entry> inTheLog() {
            Map<AccountKey, Entry> entries = new HashMap<>();
            keys.forEach((key, stored) -> {
                if (stored.message != null) {
                    entries.put(key, new Entry(key.accountId(), null, stored.message));
                }
            });
            newEntries.forEach(entry -> entries.put(AccountKey.of(entry.send), entry.send.entry(entry.message)));
            return entries.values().stream()
                    .sorted(Comparator.comparing(entry -> entry.message().seq()))
                    .toList();
        }
    }
}
