/**
 * What a load cost the server, and how it is told.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>CPU time is what the operating system has counted for the server's process.
 *   <li>What is compared is measured in turns, so that it has the same neighbours on the machine; a figure is the median of its
 *       turns.
 *   <li>Standard output gets a table and one line of JSON, at the end; progress goes to standard error.
 * </ol>
 *
 * <p>Not its business: what the load is ({@code load}).
 */
package chat262.it.bench.measure;
