/**
 * A proxy between clients and a server that does to single requests what networks and failing servers do.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>It passes everything on, byte for byte, until a {@link chat262.it.proxy.FaultRule} names a fault for a request, or
 *       a {@link chat262.it.proxy.FrameRule} one for a frame of a WebSocket.
 *   <li>A request is one HTTP/1.1 message; after an upgrade, what goes through is frames.
 *   <li>A request is under way until the server has answered it or has died with it, also if its client no longer waits:
 *       {@link chat262.it.proxy.RequestGate} counts these. A send over the stream counts as the call that it stands for; it is
 *       under way until its answer or the end of the server's side, which comes first only for kinds that nobody watches.
 *   <li>What is random follows from a seed.
 * </ol>
 *
 * <p>{@link chat262.it.proxy.Nginx} is no such proxy but one that people use, for what depends on how it is configured.
 *
 * <p>Not its business: when to inject which fault ({@code faults} and the tests), and what a request means.
 */
package chat262.it.proxy;
