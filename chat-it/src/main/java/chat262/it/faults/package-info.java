/**
 * The promise under faults: real senders, receivers and servers as processes of their own, a proxy between them that
 * spoils connections, SIGKILL for everybody, and at the end a checker that compares what everybody holds.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>The clients follow the protocol's section "Clients" with files that are synced before anything else happens.
 *   <li>What is done to whom follows from a seed, which is printed; the same seed does the same again. (When exactly
 *       is up to the operating system.)
 *   <li>The checker knows only what a user has: the log as the server tells it, and the files of the clients.
 *   <li>Every run ends with all faults off, and everybody must then come to the end on their own.
 *   <li>The product has no switch for any of this: {@code chat262.it.agent} changes it from outside.
 * </ol>
 *
 * <p>Not its business: what a call answers in quiet times ({@code contract}), and how fast.
 */
package chat262.it.faults;
