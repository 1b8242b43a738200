/**
 * {@code ./chat simulate}: what can't be measured on one machine, as small simulations: the sockets of a node that died come back to the
 * others, and rooms are spread over several databases.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A simulation takes seconds, and the same seed gives the same result.
 *   <li>What a message, a read and a greeting cost is an option, to be set to what {@code ./chat bench cluster} has measured.
 *   <li>Clients wait as the console and the page do, which a test compares with their sources.
 * </ol>
 *
 * <p>Not its business: what {@code docs/scaling.md} concludes from it.
 */
package chat262.it.simulation;
