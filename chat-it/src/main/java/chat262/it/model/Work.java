package chat262.it.model;

/**
 * One request that the server works on; gone when the server crashes.
 *
 * @param message what is to be stored; null if there is no request
 * @param phase how far it is
 * @param seq the seq that it has taken; 0 before that
 */
record Work(Entry message, Phase phase, int seq) {
    static final Work NONE = new Work(null, Phase.IDLE, 0);

    enum Phase {
        IDLE,
        BEGUN,
        /** Keys and memberships were read, too early. */
        CLEARED,
        LOCKED,
        /** The counter is raised and the entry inserted; only this transaction sees it. */
        INSERTED,
        /** As INSERTED, and already answered. */
        ANSWERED,
        /** Stored, by this or an earlier request, and the lock is gone. */
        STORED,
        REFUSED
    }

    Work to(Phase next) {
        return new Work(message, next, seq);
    }

    Work inserts(int taken) {
        return new Work(message, Phase.INSERTED, taken);
    }

    boolean is(Phase asked) {
        return phase == asked;
    }

    boolean hasInserted(Entry asked) {
        return message == asked && (phase == Phase.INSERTED || phase == Phase.ANSWERED);
    }

    /** Whether it holds the room's lock, if the server locks at all. */
    boolean holdsLock() {
        return phase == Phase.LOCKED || phase == Phase.INSERTED || phase == Phase.ANSWERED;
    }

    /** Any order that is total, to tell two works that have only changed places from two others. */
    int rank() {
        return message == null ? 0 : (message.ordinal() + 1) * 256 + phase.ordinal() * 16 + seq;
    }
}
