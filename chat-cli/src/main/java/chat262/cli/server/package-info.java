/**
 * The server as a Java object: one method for each call of the protocol that the console makes.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>An answer is either what the method returns, a {@link chat262.cli.server.RequestRejected} with the server's problem, or
 *       {@link chat262.cli.server.NoAnswer}.
 *   <li>Whatever doesn't look like an answer of this protocol (a proxy's error page, half a body) is no answer: it is
 *       never taken for a rejection by the server.
 *   <li>The live stream is a {@link chat262.cli.server.LiveStream}: it tells what comes, and when it has ended.
 *   <li>A message can be sent over the live stream as well ({@link chat262.cli.server.StreamSends}); its answer is among what comes.
 *   <li>Every call ends within {@link chat262.cli.server.Connection#CALL_TIMEOUT}.
 *   <li>Nothing is repeated here; the caller decides that.
 * </ol>
 *
 * <p>Not its business: keeping anything, and what a person is told.
 */
package chat262.cli.server;
