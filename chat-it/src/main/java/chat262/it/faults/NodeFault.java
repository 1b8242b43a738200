package chat262.it.faults;

import java.util.Arrays;
import java.util.List;

/** What a run on several nodes does to one of them, or to their database. */
public enum NodeFault {
    KILLED("kills of nodes at any moment", 3_000),
    KILLED_ASKING_FOR_COMMIT("kills of nodes that had asked for a commit", 3_000),
    KILLED_AFTER_COMMIT("kills of nodes after a commit, before they knew of it", 3_000),
    CUT_OFF("nodes cut off from the database, their connections broken", 6_000),
    CUT_OFF_SILENTLY("nodes cut off from the database without a sign", 8_000),
    SUSPENDED("nodes stopped with SIGSTOP, and continued", 8_000),
    /** Its rooms are locked meanwhile; some stay stopped until the database ends their transaction. */
    SUSPENDED_IN_COMMIT("nodes stopped with SIGSTOP that had asked for a commit, and continued", 13_000),
    HINTS_CUT("broken connections for hints", 1),
    DATABASE_KILLED("kills of the database", 2_000);

    private final String sentence;
    private final int maxMillis;

    NodeFault(String sentence, int maxMillis) {
        this.sentence = sentence;
        this.maxMillis = maxMillis;
    }

    /** What a report counts under it. */
    public String sentence() {
        return sentence;
    }

    /** How long it lasts at most, or how long what was killed stays away. */
    int maxMillis() {
        return maxMillis;
    }

    boolean isKillOfNode() {
        return this == KILLED || this == KILLED_ASKING_FOR_COMMIT || this == KILLED_AFTER_COMMIT;
    }

    static List<NodeFault> killsOfNodes() {
        return Arrays.stream(values()).filter(NodeFault::isKillOfNode).toList();
    }

    static List<NodeFault> others() {
        return Arrays.stream(values()).filter(fault -> !fault.isKillOfNode()).toList();
    }
}
