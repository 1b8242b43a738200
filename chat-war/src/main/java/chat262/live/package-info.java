/**
 * The live stream: one WebSocket for each device that is connected, and what is pushed to it.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Nobody waits for a client: not who stores, not who pushes, not a thread of the container's. What a client does
 *       not read waits in a queue of its own that is bounded; when that is full the client is closed with 1013, and its
 *       TCP connection is gone five seconds later whatever happens. Of what a client says a bounded number of frames
 *       waits; who sends more before they are taken is closed with 1008.
 *   <li>A socket is subscribed first and greeted then; what is pushed in between waits behind the greeting.
 *   <li>In each room entries are pushed in the order of their seqs, without a hole and none twice. Whoever tells of
 *       entries gives a hint; what it left out is read from the table, and what was pushed already is dropped.
 *   <li>Nothing depends on a hint: every five seconds the counters of all rooms with an audience, the memberships of all
 *       accounts that are connected and the sessions of all sockets are compared with the tables.
 *   <li>Who leaves or is removed gets the entry that says so, then {@code gone}, and nothing after it, not even a
 *       view that was read before.
 *   <li>A message is made into bytes at most twice, with its key for its sender's sockets and without for all others.
 *   <li>A key goes to nobody but its sender.
 *   <li>A frame that makes no sense is answered with a {@code problem}; what breaks RFC 6455 or is over 64 KiB ends the
 *       connection. Acknowledgements are durable within 200 ms.
 *   <li>A session that ends closes its sockets with 4401, a server that stops closes all with 1012. Either side closes
 *       after 60 s of silence; the server says something every 25 s.
 * </ol>
 *
 * <p>Not its business: what is in the log and who may read it ({@code messages}, {@code rooms}), and who somebody is
 * ({@code accounts}).
 *
 * <p>One thread, the {@link chat262.live.Switchboard}'s, decides who hears what. It speaks WebSocket itself over the
 * servlet API's upgrade, because Tyrus starts a task for every frame that it sends and waits when it closes.
 */
package chat262.live;
