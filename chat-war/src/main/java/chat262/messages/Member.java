package chat262.messages;

import java.util.Comparator;

/** An account in a room. In the order in which their rows are locked. */
record Member(long roomId, long accountId) implements Comparable<Member> {
    private static final Comparator<Member> ORDER =
            Comparator.comparingLong(Member::roomId).thenComparingLong(Member::accountId);

    @Override
    public int compareTo(Member other) {
        return ORDER.compare(this, other);
    }
}
