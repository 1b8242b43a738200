package chat262.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a node has committed lately, or what is typed there. The receiver reads the tables.
 *
 * @param lastSeqs the rooms with new entries, and how far their logs go at least
 * @param joined rooms with new members: their accounts, or none for all members of the room
 * @param cursors rooms in which cursors have moved, and whose
 * @param closed direct rooms that were closed
 * @param ended accounts of which sessions have ended
 * @param typing who types where: usernames by account, by room
 */
public record Hint(
        Map<Long, Long> lastSeqs,
        Map<Long, Set<Long>> joined,
        Map<Long, Set<Long>> cursors,
        Set<Long> closed,
        Set<Long> ended,
        Map<Long, Map<Long, String>> typing) {

    /** An empty one, to add to. */
    Hint() {
        this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashSet<>(), new HashMap<>());
    }
}
