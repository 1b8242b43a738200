/**
 * {@code ./chat bench cluster}: what a message, a delivery and an idle member cost where several nodes share one PostgreSQL.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Nodes and PostgreSQL are processes of this machine, as are the clients. CPU time is that of all nodes together, and that of
 *       PostgreSQL with all its backends, as the operating system has counted it.
 *   <li>Members who share a room are connected to different nodes, in turn. With one node all of them are at that one.
 *   <li>Further nodes join the ones that run already, so that only the new ones have to warm up.
 *   <li>Hints, commits and bytes are counted in a turn of their own, since a connection that listens costs PostgreSQL something.
 * </ol>
 */
package chat262.it.bench.cluster;
