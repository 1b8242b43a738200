package chat262.it.proxy;

/** What the proxy does to a request and its answer. */
public enum Fault {
    /** Both pass. */
    NONE,
    /** The connection is cut, and the request never arrives. */
    REQUEST_LOST,
    /** The server never sees the request; it is answered with a 500. */
    FAILED,
    /** The server never sees the request; a page of the proxy's own answers it with a 403. */
    FORBIDDEN,
    /** The connection is cut in the middle of the request. */
    REQUEST_CUT,
    /** The request arrives; the connection is cut before a byte of the answer is through. */
    ANSWER_LOST,
    /** The connection is cut in the middle of the answer. */
    ANSWER_CUT,
    /** The request is held back, perhaps until its client has long given up, and then delivered. */
    REQUEST_HELD,
    /** The answer is held back, perhaps until its client has long given up. */
    ANSWER_HELD,
    /** The proxy closes its side towards the client as soon as it has the request, which arrives nevertheless. */
    HALF_CLOSED,
    /** The request arrives and nothing ever comes back, although the connection stays. */
    HALF_OPEN,
    /** The request arrives twice, the second time on a connection of its own, at once or later. */
    DUPLICATED;

    /** Whether a client sees a connection that breaks. */
    public boolean isCut() {
        return switch (this) {
            case REQUEST_LOST, REQUEST_CUT, ANSWER_LOST, ANSWER_CUT, HALF_CLOSED -> true;
            case NONE, FAILED, FORBIDDEN, REQUEST_HELD, ANSWER_HELD, HALF_OPEN, DUPLICATED -> false;
        };
    }
}
