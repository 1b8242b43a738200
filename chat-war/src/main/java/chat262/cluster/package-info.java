/**
 * What makes servers on one PostgreSQL the nodes of a cluster: they are listed in the database, and wake each other up.
 *
 * <p>A node tells the others by {@code NOTIFY} what it has committed, as a {@link chat262.cluster.Hint}; they read the tables.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A hint is only a reason to look: lost, doubled, late, out of order or from another version, it changes nothing but
 *       how soon a change is seen. What is stored is also found by the sweep of the live stream; typing is only told.
 *   <li>Telling never waits: hints are collected, and a thread with a connection of its own sends them, at most every five
 *       milliseconds and below the 8,000 bytes that PostgreSQL allows. When too many wait, further ones are dropped.
 *   <li>One connection per node, outside the pool, listens. It comes back by itself, and the live stream sweeps when it does.
 *   <li>Each node has a row, which it renews; rows that are not renewed are removed by any node. Times are those of the
 *       database's clock.
 *   <li>A node whose epoch is no longer that of the database serves no more: the history that it knows has gone.
 *   <li>With Derby there is one node, and nothing of this runs.
 * </ol>
 *
 * <p>Not its business: what a hint means for the connected devices ({@code live}).
 */
package chat262.cluster;
