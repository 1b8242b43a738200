/**
 * What it costs, as figures: {@code ./chat bench boot}, {@code send}, {@code live}, {@code depth} and {@code
 * cluster} for the server, {@code start} for the console.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A figure is a ratio taken in one run, or CPU seconds from the operating system; a timing is never a test.
 *   <li>What is compared is measured in turns, in the same server where that is possible.
 *   <li>Only what a user would get is measured: the built jar, accounts that are logged in, a key of its own for every
 *       message, everything durable. An answer that is not the expected one ends the run.
 * </ol>
 *
 * <p>What clients do is in {@code load}, what it costs in {@code measure}. Not its business: whether the figures are good enough
 * ({@code docs/performance.md} says what was found).
 */
package chat262.it.bench;
