/**
 * The senders and receivers of the fault runs, each a process of its own.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>They follow the protocol's section "Writing a client" with files that are synced before anything else happens; what they
 *       find there after a crash is all that they know.
 *   <li>They write down what they have done, shown and been told, for the checker.
 *   <li>The agent changes them by the names of their methods, as it does with the server.
 * </ol>
 *
 * <p>Not its business: when they are started and killed, and whether what they have noted is right ({@code faults}).
 */
package chat262.it.faults.client;
