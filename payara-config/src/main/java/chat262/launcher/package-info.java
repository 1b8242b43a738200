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
 *   <li>Nothing is written outside the data folder and the temporary folder, and what Payara unpacks is gone after a
 *       stop; after a kill it goes at the next start.
 *   <li>A database that trades durability for speed is refused.
 *   <li>A password is never printed, logged or named in a message.
 * </ol>
 *
 * <p>Not its business: what the server does (the WAR), and what the pool and the listener look like (the command files in
 * {@code payara-config/derby}, {@code postgresql} and {@code server}).
 */
package chat262.launcher;
