package chat262.it.proxy;

/** What the proxy does to a frame of a WebSocket, and with it to the connection. */
public enum FrameFault {
    /** It passes. */
    NONE,
    /** The connection is cut in the middle of a client's frame. */
    CLIENT_FRAME_CUT,
    /** A client's frame arrives; the connection is cut before anything more of the server is through. */
    ANSWER_LOST,
    /** A client's frame is held back with all behind it, perhaps until its client has long given up, and then delivered. */
    CLIENT_FRAME_HELD,
    /** A client's frame arrives and nothing ever comes back, although the connection stays. */
    HALF_OPEN,
    /** The connection is cut in the middle of a server's frame. */
    SERVER_FRAME_CUT,
    /** A server's frame is held back with all behind it, perhaps until its client has long given up. */
    SERVER_FRAME_HELD;

    /** Whether a client sees a connection that breaks. */
    public boolean isCut() {
        return this == CLIENT_FRAME_CUT || this == ANSWER_LOST || this == SERVER_FRAME_CUT;
    }
}
