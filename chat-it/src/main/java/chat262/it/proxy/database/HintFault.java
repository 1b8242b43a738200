package chat262.it.proxy.database;

/** What the proxy does to a notification. */
public enum HintFault {
    /** It passes. */
    NONE,
    /** It never arrives. */
    DROPPED,
    /** It arrives twice. */
    DOUBLED,
    /** It arrives late, and behind others that were sent later. */
    HELD
}
