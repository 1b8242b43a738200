package chat262.it.proxy;

/** Chooses the fault for a request; it may hold the request up while it does. Called by one thread for each connection. */
public interface FaultRule {
    /**
     * The fault for a request; {@link Fault#NONE} for none.
     *
     * @param path without the query
     */
    Fault of(String method, String path) throws InterruptedException;
}
