package chat262.it.proxy.database;

/** A moment in the life of a commit, as it is seen between a server and its database. */
public enum CommitMoment {
    /** The server has asked for it, and the database doesn't know yet. */
    ASKED_FOR,
    /** It is durable, and the server doesn't know yet. */
    DONE
}
