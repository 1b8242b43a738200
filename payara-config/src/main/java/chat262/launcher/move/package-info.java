/**
 * Copies all data of a stopped installation with the embedded Derby to PostgreSQL.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Which tables and columns there are is read from the database, so a new one is copied without a change here. Every table but
 *       those in {@code Catalog} has a primary key of whole numbers.
 *   <li>Rows are copied in the order of their keys, some thousand in a transaction. So what the target has of a table is its begin, and
 *       a move that was killed goes on behind the last row; nothing else records how far it came.
 *   <li>A transaction first locks the row in {@code unfinished_move}, and writes only if that names its own process. The last
 *       transaction of a move that was killed has ended, or does nothing, when the next one reads how far it came.
 *   <li>No server starts on the target while that row is there, so all that it contains was copied.
 *   <li>A server that starts on the source deletes the id of the attempt. The next move then begins anew, since rows that were
 *       copied may have changed.
 *   <li>Every row of every table is compared before anything is marked. Then the source is marked, after that the target is opened: at
 *       no time could servers start on both.
 *   <li>Memory is bounded: a batch of rows on either side.
 * </ol>
 *
 * <p>Not its business: the schema (the WAR, asked by {@code Schema}), and where the classes come from ({@code runtime}).
 */
package chat262.launcher.move;
