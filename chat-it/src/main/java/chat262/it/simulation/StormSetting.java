package chat262.it.simulation;

/**
 * A node that dies, and those that are left.
 *
 * @param sockets that the dead node had
 * @param nodes that are left
 * @param pagesPercent how many of the clients are web pages; the others are consoles
 * @param handshakeThreads of a node, each with a core of its own
 * @param handshakeMillis how long one is busy with a handshake
 * @param helloThreads of a node
 * @param helloMillis how long one is busy with a greeting
 * @param spreadSeconds over which clients spread their first attempts; 0 is what they do today
 */
record StormSetting(
        int sockets,
        int nodes,
        int pagesPercent,
        int handshakeThreads,
        double handshakeMillis,
        int helloThreads,
        double helloMillis,
        double spreadSeconds) {}
