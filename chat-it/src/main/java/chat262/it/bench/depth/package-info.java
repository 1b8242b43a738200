/**
 * {@code ./chat bench depth}: what much data costs.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Two servers run side by side, one with all of the data and one with a hundredth of everything; each call is measured on
 *       both in turns.
 *   <li>The data are written into the tables of stopped servers, as the servers themselves would have written them; the users who act have
 *       registered and logged in by calls.
 *   <li>Searches find the same on both; where an answer grows with the data, its size is told as well.
 * </ol>
 */
package chat262.it.bench.depth;
