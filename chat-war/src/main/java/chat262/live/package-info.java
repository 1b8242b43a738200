/**
 * The live stream: which connected device gets which frame, and when.
 *
 * <p>One thread, that of the {@link chat262.live.LiveEventLoop}, does the routing. Each device is a {@code Subscriber} with a
 * connection of {@code websocket}; what it sends and that it closes comes to the loop through its {@code
 * ConnectionListener}; only sends go to the log at once ({@code StreamSends}). What the other features store comes through the {@link chat262.live.LiveEventObserver}, and what other nodes have stored through
 * the {@code HintHandler}.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Nothing that stores or pushes waits for a client, and no client for another. Of a client's frames a bounded number
 *       waits for the loop; a client that sends more before they are handled is disconnected with 1008.
 *   <li>A device is subscribed first and gets its hello then; what is pushed in between waits behind the hello.
 *   <li>In each room entries are pushed in the order of their seqs, without a gap and none twice. An event about new
 *       entries is a hint: what it leaves out is read from the table, and what was pushed already is dropped.
 *   <li>Nothing depends on a hint: every five seconds the counters of all rooms with subscribers, the memberships of all
 *       connected accounts and the sessions of all connections are compared with the tables, and what other nodes may have
 *       changed besides. Where these don't tell what they change, that is done every second.
 *   <li>A member who leaves or is removed gets the entry that says so, then {@code gone}, and nothing after it, not even a
 *       room view that was read before.
 *   <li>A message is encoded at most twice: with its key for the sender's devices and without it for all others.
 *   <li>A key is sent only to its sender.
 *   <li>A frame that makes no sense is answered with a {@code problem}. Acknowledgements are durable within 200 ms.
 *   <li>A send is answered once, on the connection that it came over: by the push of its entry with the key, or by {@code stored}
 *       or {@code refused} if that push does not go there. It is never answered before the commit. Only the log's writer judges
 *       it; who is subscribed decides nothing. A session that has ended stores nothing.
 *   <li>The end of a session closes its connections with 4401, and a server that stops closes all with 1012. The server
 *       sends a ping every 25 seconds.
 * </ol>
 *
 * <p>Not its business: frames and connections ({@code websocket}), what is in the log and who may read it ({@code
 * messages}, {@code rooms}), and who a caller is ({@code accounts}).
 */
package chat262.live;
