/**
 * Changes a running server or client from outside, as a {@code -javaagent}: it crashes at a named point, or breaks a rule
 * of the promise. So the product has no switch for either.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>The agent is told what to do by the files of a folder: {@code points}, the names of {@linkplain
 *       chat262.it.agent.CrashPoint crash points}, a line each; {@code rule}, the option of the rule that is broken at the
 *       moment, which may change while the process runs.
 *   <li>A process crashes at the first point of its list that has not been visited yet, and leaves a file of that name;
 *       so the same process, started again, goes on to the next.
 *   <li>Without these files it changes nothing.
 * </ol>
 *
 * <p>Not its business: starting processes, and what comes of it all ({@code faults}).
 */
package chat262.it.agent;
