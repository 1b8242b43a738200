/**
 * Turns {@code java -jar chat-server.jar} into a running server: Payara Micro with the WAR, a database and their
 * configuration, which all lie inside the same jar.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A setting comes from its option, else from its environment variable, else from its default; a wrong one ends
 *       the start with a sentence on standard error and exit code 2.
 *   <li>Standard output carries one line, {@code 262chat is ready at URL}, and only when the readiness URL has answered.
 *   <li>Whatever keeps the server from getting ready ends it with a sentence on standard error and exit code 1.
 *   <li>One data folder, one server: the folder is locked for as long as the process lives.
 *   <li>SIGINT and SIGTERM end the process within 5 s, with 130 and 143 as every shell expects, also during the start.
 *   <li>Nothing is written outside the data folder and the temporary folder, unless {@code --runtime} says so; what Payara
 *       writes is gone after a stop, after a kill at the next start.
 *   <li>The libraries are unpacked once and kept: whole, or made anew. A start that is killed while it unpacks leaves nothing
 *       that a later one takes for whole, and what was unpacked from another jar is never started.
 *   <li>A database that trades durability for speed is refused.
 *   <li>A password is never printed, logged or named in a message.
 * </ol>
 *
 * <p>Not its business: what the server does (the WAR), and what the pool and the listener look like (the command files in
 * {@code payara-config/derby}, {@code postgresql} and {@code server}).
 */
package chat262.launcher;
