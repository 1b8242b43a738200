package chat262.it.proxy;

/** Chooses the fault for a frame. Called by two threads for each WebSocket, one for each direction. */
public interface FrameRule {
    /** The fault for a frame of a client, or else of the server; {@link FrameFault#NONE} for none. */
    FrameFault of(boolean fromClient, WebSocketFrame frame);
}
