/**
 * What runs in Payara's HTTP connector (Grizzly), below servlets. Requests that Grizzly would answer in its own way, or pass on
 * although they are malformed, are rejected here as the protocol says.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Every answer of 400 and above has the problem body {@code {type, title, status, detail, instance}}; one that the
 *       application made itself goes out as it is.
 *   <li>A request line, path, query, Host or header that is not well-formed is {@code invalid}; so is an encoded slash or
 *       a NUL in a path. Request line and headers over 8 KiB, or over 100 headers, are {@code headers-too-large}.
 *   <li>What the container refuses while the application is starting or stopping is {@code unavailable} and never final: a
 *       client may give up only what the application itself has refused.
 *   <li>An answer goes out with the status that it was given, whichever thread gave it.
 *   <li>A success of a call goes out only if the application has given it, and in full: where the container would end a call
 *       that nobody has answered with an empty 200, it is {@code unavailable}.
 *   <li>A client whose request is rejected can read the answer, whatever it is still sending.
 *   <li>Every answer has a {@code Date}, and none names the server's software.
 *   <li>The output that waits on a WebSocket's connection is bounded, and the application gets a {@code Runnable} that aborts
 *       the connection.
 * </ol>
 *
 * <p>Not its business: anything that an application could refuse. It is built as a jar of its own in {@code MICRO-INF/lib},
 * where Payara's class loader sees it; Payara finds {@link chat262.connector.ConnectorAddOn} in {@code META-INF/hk2-locator}.
 */
package chat262.connector;
