/**
 * The built artefacts as real processes.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A process is the jar that a user runs, with the command line and environment that a user could give it.
 *   <li>The code that starts a process closes it; a process never outlives the JVM that started it.
 *   <li>A process that does not do what it was started for fails with the end of its log in the message.
 * </ol>
 *
 * <p>Not its business: what is said to the server, and what a test expects.
 */
package chat262.it.process;
