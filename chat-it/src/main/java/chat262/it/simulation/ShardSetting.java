package chat262.it.simulation;

/**
 * A busy hour of all rooms together.
 *
 * @param rooms that something is written in
 * @param messagesPerSecond in all of them
 * @param skew how unequally rooms are used: the rate of the room at rank n falls with the power of this of n
 * @param hottestPerSecond messages of the busiest room
 * @param largest members of the busiest room; of other rooms in proportion to their messages, but two at least
 * @param onlineShare of the members who are connected
 * @param nodes each of which reads an entry once if one of its members is in the room
 * @param writeMillis CPU time of a database for a message that it stores
 * @param readMillis and for each node that reads it
 */
record ShardSetting(
        int rooms,
        double messagesPerSecond,
        double skew,
        double hottestPerSecond,
        int largest,
        double onlineShare,
        int nodes,
        double writeMillis,
        double readMillis) {}
