package chat262.it.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** The server's map from members to how they stand in a locked room, rewritten. */
final class Standings {
    private Standings() {}

    /** How a member stands. */
    record Standing(long lastSeq, boolean closed, long cursor) {
        Standing withCursor(long other) {
            return new Standing(lastSeq, closed, other);
        }

        Standing withLastSeq(long other) {
            return new Standing(other, closed, cursor);
        }

        private static Standing of(Object original) {
            return new Standing((Long) Call.get(original, "lastSeq"), (Boolean) Call.get(original, "closed"), (Long)
                    Call.get(original, "cursor"));
        }
    }

    /** A copy in which each standing is what the change makes of it. */
    static Map<Object, Object> of(Object standings, BiFunction<Object, Standing, Standing> change) {
        Map<Object, Object> copy = new HashMap<>();
        ((Map<?, ?>) standings).forEach((member, original) -> {
            Standing changed = change.apply(member, Standing.of(original));
            copy.put(member, Call.make(original.getClass(), changed.lastSeq(), changed.closed(), changed.cursor()));
        });
        return copy;
    }

    static long roomOf(Object member) {
        return (Long) Call.get(member, "roomId");
    }
}
