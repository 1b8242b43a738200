package chat262.rooms;

import java.util.Comparator;
import java.util.Objects;

/**
 * An account in a room; ordered as their rows are locked. No record, because JPA wants the class of a key to have a
 * constructor without arguments.
 */
public final class MemberId implements Comparable<MemberId> {
    private static final Comparator<MemberId> ORDER =
            Comparator.comparingLong(MemberId::roomId).thenComparingLong(MemberId::accountId);

    private long roomId;
    private long accountId;

    public MemberId() {}

    public MemberId(long roomId, long accountId) {
        this.roomId = roomId;
        this.accountId = accountId;
    }

    public long roomId() {
        return roomId;
    }

    public long accountId() {
        return accountId;
    }

    @Override
    public int compareTo(MemberId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MemberId id && id.roomId == roomId && id.accountId == accountId;
    }

    @Override
    public int hashCode() {
        return Objects.hash(roomId, accountId);
    }

    @Override
    public String toString() {
        return "account " + accountId + " in room " + roomId;
    }
}
