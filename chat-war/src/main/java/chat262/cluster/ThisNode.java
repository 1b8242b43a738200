package chat262.cluster;

/**
 * Who this node is.
 *
 * @param id random, new with each start
 * @param epoch of the history that it serves
 * @param version of the program, for people
 */
record ThisNode(String id, String epoch, String version) {}
