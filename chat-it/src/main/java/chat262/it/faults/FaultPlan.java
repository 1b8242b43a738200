package chat262.it.faults;

import java.time.Duration;

/**
 * What a run does: it ends when each number is reached, or at the timeout.
 *
 * @param seed what everything random follows from
 * @param serverKills how often the server is killed
 * @param databaseKills how often the database is killed, only where it is a process of its own
 * @param clientKills how often a client is killed
 * @param cuts how many connections break
 * @param timeout how long faults are injected at most; what was sent by then is checked
 */
public record FaultPlan(long seed, int serverKills, int databaseKills, int clientKills, int cuts, Duration timeout) {
    /** Longer than any run, and short enough to be counted in nanoseconds. */
    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** A run that ends only when each number is reached. */
    public FaultPlan(long seed, int serverKills, int databaseKills, int clientKills, int cuts) {
        this(seed, serverKills, databaseKills, clientKills, cuts, FOR_EVER);
    }

    /** As many kills of the server, and of everything else in proportion. */
    public static FaultPlan of(long seed, int serverKills, int databaseKills) {
        return new FaultPlan(seed, serverKills, databaseKills, 2 * serverKills, 4 * serverKills);
    }

    /** The same, but for so long at most. */
    public FaultPlan within(Duration time) {
        Duration countable = time.compareTo(FOR_EVER) < 0 ? time : FOR_EVER;
        return new FaultPlan(seed, serverKills, databaseKills, clientKills, cuts, countable);
    }
}
