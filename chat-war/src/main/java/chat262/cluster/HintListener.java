package chat262.cluster;

/** Gets what other nodes tell. Its methods are called by one thread, and must not wait. */
public interface HintListener {
    /** Another node has told something. */
    void received(Hint hint);

    /** Something may have been told that was not received. */
    void missed();
}
