/**
 * The calls of the protocol, one by one and at the same time, against the built server.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>One server serves all of these tests in a JVM; each uses accounts and names of its own.
 *   <li>What the protocol says is written down here a second time, so that a change of the server's shows.
 *   <li>Tests of what the database takes part in are marked {@link chat262.it.TouchesStorage} and run on both databases.
 * </ol>
 *
 * <p>Not its business: HTTP itself ({@code http}), the live stream ({@code live}), and faults ({@code faults}).
 */
package chat262.it.contract;
