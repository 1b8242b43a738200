package chat262.it.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** The server's map from members to how they stand in a locked room, rewritten. */
final class MembershipStates {
    private MembershipStates() {}

    /** How a member stands. */
    record MembershipState(long lastSeq, boolean closed, long cursor) {
        MembershipState withCursor(long other) {
            return new MembershipState(lastSeq, closed, other);
        }

        MembershipState withLastSeq(long other) {
            return new MembershipState(other, closed, cursor);
        }

        private static MembershipState of(Object original) {
            return new MembershipState(
                    (Long) Call.get(original, "lastSeq"), (Boolean) Call.get(original, "closed"), (Long)
                            Call.get(original, "cursor"));
        }
    }

    /** A copy in which each state is what the change makes of it. */
    static Map<Object, Object> of(Object states, BiFunction<Object, MembershipState, MembershipState> change) {
        Map<Object, Object> copy = new HashMap<>();
        ((Map<?, ?>) states).forEach((member, original) -> {
            MembershipState changed = change.apply(member, MembershipState.of(original));
            copy.put(member, Call.make(original.getClass(), changed.lastSeq(), changed.closed(), changed.cursor()));
        });
        return copy;
    }

    static long roomOf(Object member) {
        return (Long) Call.get(member, "roomId");
    }
}
