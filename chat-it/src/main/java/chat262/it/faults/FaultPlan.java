package chat262.it.faults;

/**
 * What a run does. It begins with nothing and ends when each number is reached.
 *
 * @param seed what everything random follows from
 * @param serverKills how often the server is killed
 * @param databaseKills how often the database is; only where it is a process of its own
 * @param clientKills how often some client is
 * @param cuts how many connections break, besides
 */
public record FaultPlan(long seed, int serverKills, int databaseKills, int clientKills, int cuts) {

    /** As many kills of the server, and of everything else in proportion. */
    public static FaultPlan of(long seed, int serverKills, int databaseKills) {
        return new FaultPlan(seed, serverKills, databaseKills, 2 * serverKills, 4 * serverKills);
    }
}
