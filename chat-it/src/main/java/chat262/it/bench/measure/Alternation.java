package chat262.it.bench.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Loads that are measured in turns. */
public final class Alternation {
    private final int turns;
    private final Duration time;
    private final int hottestThreads;
    private final Map<String, Contestant> contestants = new LinkedHashMap<>();

    private record Contestant(long pid, Load load, Series series, ThreadTimes threads) {}

    /**
     * Begins without any loads.
     *
     * @param turns of each load
     * @param time how long a turn takes
     * @param hottestThreads how many of the server's threads are told on standard error, those that took most CPU time under
     *     each load
     */
    public Alternation(int turns, Duration time, int hottestThreads) {
        this.turns = turns;
        this.time = time;
        this.hottestThreads = hottestThreads;
    }

    /** One more load, under a name of its own, on a server with this process id. Returns what will be found. */
    public Series add(String name, long pid, Load load) {
        Series series = new Series();
        contestants.put(name, new Contestant(pid, load, series, new ThreadTimes(pid)));
        return series;
    }

    /** Runs all turns. */
    public void run() throws IOException, InterruptedException {
        for (int turn = 1; turn <= turns; turn++) {
            for (Map.Entry<String, Contestant> each : contestants.entrySet()) {
                Contestant contestant = each.getValue();
                contestant.threads.begin();
                contestant.series.add(Turn.of(contestant.pid, contestant.load, time));
                contestant.threads.end();
                System.err.printf("turn %d of %d, %s: %s%n", turn, turns, each.getKey(), contestant.series);
            }
        }
        if (hottestThreads > 0) {
            contestants.forEach((name, contestant) ->
                    System.err.printf("%s:%n%s", name, contestant.threads.hottest(hottestThreads)));
        }
    }
}
