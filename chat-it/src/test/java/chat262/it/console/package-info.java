/**
 * The built console against the built server, as processes with pipes for terminals.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>One server serves all of these tests in a JVM; each uses accounts of its own. What only prepares a test goes through the
 *       API, without a process.
 *   <li>What was delivered is read from what the console printed and from the server's log, never from the console's
 *       own files.
 *   <li>A fault is injected where it occurs in practice: a process is killed, or a {@link chat262.it.proxy.Proxy}
 *       between console and server loses a request or an answer.
 * </ol>
 *
 * <p>Not its business: the server's contract.
 */
package chat262.it.console;
