/**
 * The promise under faults: real senders, receivers and servers as processes of their own, a proxy between them that injects
 * faults, SIGKILL for all of them, and at the end a checker that compares the files of all clients with the log. The servers
 * are one, or the nodes of a cluster, whose connections to the database get faults, too.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>The clients are those of {@code faults.client}. Senders send over the stream while it is open, and by calls otherwise; the
 *       report says how often which way told the outcome.
 *   <li>Which faults hit which client follows from a seed, which is printed; the same seed repeats them. (When exactly
 *       is up to the operating system.)
 *   <li>The checker knows only what a user has: the log as the server tells it, and the files of the clients.
 *   <li>Every run ends with all faults off, and all clients must then finish by themselves.
 *   <li>The product has no switch for any of this: {@code chat262.it.agent} changes it from outside.
 * </ol>
 *
 * <p>Not its business: what a call answers without faults ({@code contract}), and how fast.
 */
package chat262.it.faults;
