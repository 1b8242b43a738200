package chat262.cluster;

import java.util.Set;

/** Takes what the other nodes should know. No method waits or fails. Thread-safe. */
public interface Hints {
    /** For a server that is the only node, or whose nodes find changes by their sweeps only. */
    Hints NONE = new Hints() {
        @Override
        public void appended(long roomId, long lastSeq) {}

        @Override
        public void joined(long roomId, Set<Long> accountIds) {}

        @Override
        public void cursorMoved(long roomId, long accountId) {}

        @Override
        public void directClosed(long roomId) {}

        @Override
        public void sessionsEnded(long accountId) {}

        @Override
        public void typing(long roomId, long accountId, String username) {}
    };

    /** The log of a room goes up to a seq at least. */
    void appended(long roomId, long lastSeq);

    /** Accounts have become members of a room; with none given, all its members are new. */
    void joined(long roomId, Set<Long> accountIds);

    void cursorMoved(long roomId, long accountId);

    void directClosed(long roomId);

    void sessionsEnded(long accountId);

    void typing(long roomId, long accountId, String username);
}
