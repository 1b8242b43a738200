package chat262.messages.writer;

import chat262.rooms.MemberId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Sends in their order, and how far members have acknowledged. Not thread-safe. */
final class WaitingItems {
    /** When many wait, a share of them, so that a slow disk is not asked once for every few. */
    private static final int SHARE_OF_CURSORS = 4;

    private final Deque<Send> sends = new ArrayDeque<>();
    private final Map<MemberId, Acknowledgement> acknowledgements = new LinkedHashMap<>();
    private int asked;

    boolean isEmpty() {
        return sends.isEmpty() && acknowledgements.isEmpty();
    }

    int sendCount() {
        return sends.size();
    }

    /** How many different acknowledgements. */
    int askedCount() {
        return asked;
    }

    void add(Send send) {
        sends.add(send);
    }

    CompletionStage<Long> ask(MemberId member, long seq) {
        Acknowledgement acknowledgement = acknowledgements.computeIfAbsent(member, Acknowledgement::new);
        int before = acknowledgement.size();
        CompletionStage<Long> answer = acknowledgement.ask(seq);
        asked += acknowledgement.size() - before;
        return answer;
    }

    /** The first of them, up to the size of a batch and of cursors a share. */
    Batch take() {
        return new Batch(takeSends(), takeAcknowledgements());
    }

    private List<Send> takeSends() {
        List<Send> first = new ArrayList<>(Math.min(sends.size(), Inbox.MAX_BATCH));
        while (!sends.isEmpty() && first.size() < Inbox.MAX_BATCH) {
            first.add(sends.poll());
        }
        return first;
    }

    private List<Acknowledgement> takeAcknowledgements() {
        int most = Math.min(
                Inbox.MAX_BATCH, Math.max(Inbox.CURSORS_PER_BATCH, acknowledgements.size() / SHARE_OF_CURSORS));
        return remove(most, member -> true);
    }

    private List<Acknowledgement> remove(int most, Predicate<MemberId> which) {
        List<Acknowledgement> removed = new ArrayList<>(Math.min(most, acknowledgements.size()));
        Iterator<Acknowledgement> each = acknowledgements.values().iterator();
        while (each.hasNext() && removed.size() < most) {
            Acknowledgement next = each.next();
            if (which.test(next.member())) {
                asked -= next.size();
                removed.add(next);
                each.remove();
            }
        }
        return removed;
    }

    /** Moves what it has of a room. */
    void moveTo(WaitingItems other, long roomId) {
        sends.stream().filter(send -> send.sender().roomId() == roomId).forEach(other.sends::add);
        sends.removeIf(send -> send.sender().roomId() == roomId);
        for (Acknowledgement moved : remove(Integer.MAX_VALUE, member -> member.roomId() == roomId)) {
            other.acknowledgements.put(moved.member(), moved);
            other.asked += moved.size();
        }
    }
}
