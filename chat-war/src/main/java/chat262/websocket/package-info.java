/**
 * The server side of WebSocket (RFC 6455), over the servlet API's upgrade: handshake, frames, the send queue and the state
 * of a connection. What the messages mean is up to the {@link chat262.websocket.WebSocketListener} of each connection.
 *
 * <p>Tyrus is not used because it starts a container task for every frame that it sends, and blocks when it closes.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Nothing waits for a client: no caller of {@code send}, no thread of the container. What a client has not read waits
 *       in a bounded queue of its connection; when that is full, the connection is closed with 1013.
 *   <li>Frames are written in the order in which they were sent, but the first frame (the hello) goes before all of them, also
 *       if it was sent later.
 *   <li>A closing connection is gone when both sides have sent their close frame, and after five seconds in any case. A
 *       client that does not read can't prevent that, provided the connector offers a way to abort its TCP connection.
 *   <li>What breaks RFC 6455 or is over 64 KiB closes the connection with the code that the RFC has for it. What arrives
 *       after the last frame is read and discarded: unread bytes would make TCP discard our close frame.
 *   <li>What a message costs follows its bytes, in however many frames it comes. A close frame is answered with its own code.
 *   <li>A client that sends nothing for 60 seconds is disconnected.
 *   <li>Listeners are called without a lock and must not block.
 * </ol>
 *
 * <p>Not its business: accounts, rooms and messages; what a frame says and when something is sent ({@code live}).
 */
package chat262.websocket;
