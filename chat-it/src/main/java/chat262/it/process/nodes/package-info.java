/**
 * Several nodes on one machine as users run them: servers with data folders of their own on one PostgreSQL, behind a real nginx.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Clients know the address of nginx alone, which sends each call to any of the nodes, and a call that a node did not
 *       answer to the next one.
 *   <li>A node reaches PostgreSQL through a {@link chat262.it.proxy.database.DatabaseProxy} of its own, so that it can be cut off alone.
 *   <li>nginx reaches a node through a {@link chat262.it.proxy.Proxy} without faults, which knows what the node has not answered
 *       yet, also when nginx has given it up and asked another node.
 *   <li>All processes and proxies end with the cluster.
 * </ol>
 *
 * <p>Not its business: what clients do, and which fault comes when ({@code faults}).
 */
package chat262.it.process.nodes;
