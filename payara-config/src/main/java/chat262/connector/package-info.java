/**
 * The server's edge, below servlets: what Payara's HTTP connector (Grizzly) would refuse in its own way, or let pass with an
 * odd answer, is refused here as the protocol says.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Every answer of 400 and above has the problem body {@code {type, title, status, detail, instance}}; one that the
 *       application made itself goes out as it is.
 *   <li>A request line, path, query, Host or header that is not well-formed is {@code invalid}; so is an encoded slash or
 *       a NUL in a path. Request line and headers over 8 KiB, or over 100 headers, are {@code headers-too-large}.
 *   <li>Whatever the container refuses because the application isn't there yet or any more is {@code unavailable} and never
 *       final: a client may give up only what the application itself refused.
 *   <li>An answer goes out with the status that it was given, whichever thread gave it.
 *   <li>A refused client can read its answer, whatever it is still sending.
 *   <li>No answer names the server's software.
 *   <li>What waits on a connection that becomes a WebSocket is bounded, and the application is handed what ends it.
 * </ol>
 *
 * <p>Not its business: anything that an application could refuse. It comes as a jar of its own in {@code MICRO-INF/lib},
 * where Payara's class loader sees it; Payara finds {@link chat262.connector.Edge} in {@code META-INF/hk2-locator}.
 */
package chat262.connector;
