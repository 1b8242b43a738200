package chat262.it.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * What {@code ./chat fault} was asked for.
 *
 * @param nodes how many servers share the database
 * @param timeout how long faults are injected at most
 * @param report where the report goes; empty for a file named after the seed
 */
record FaultOptions(
        long seed, int kills, int nodes, String database, Optional<Duration> timeout, Optional<String> report) {
    private static final String DERBY = "derby";
    private static final String POSTGRESQL = "postgresql";
    private static final int MAX_NODES = 9;
    private static final Set<String> NAMES = Set.of("--kills", "--minutes", "--seed", "--db", "--nodes", "--report");

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if there is something wrong with it; the message is empty if the usage says it all
     */
    static FaultOptions of(String... arguments) {
        Map<String, String> values = values(arguments);
        int nodes = value(values, "--nodes", Integer::valueOf, 1);
        String database = values.getOrDefault("--db", nodes > 1 ? POSTGRESQL : DERBY);
        if (nodes < 1 || nodes > MAX_NODES || !Set.of(DERBY, POSTGRESQL).contains(database)) {
            throw new IllegalArgumentException("");
        }
        if (nodes > 1 && database.equals(DERBY)) {
            throw new IllegalArgumentException("several nodes share a PostgreSQL: leave out --db derby");
        }
        Integer minutes = value(values, "--minutes", Integer::valueOf, null);
        return new FaultOptions(
                value(
                        values,
                        "--seed",
                        Long::valueOf,
                        ThreadLocalRandom.current().nextLong(1_000_000)),
                value(values, "--kills", Integer::valueOf, 20),
                nodes,
                database,
                Optional.ofNullable(minutes).map(Duration::ofMinutes),
                Optional.ofNullable(values.get("--report")));
    }

    private static Map<String, String> values(String... arguments) {
        Map<String, String> values = new HashMap<>();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String name = rest.pop();
            if (!NAMES.contains(name) || rest.isEmpty()) {
                throw new IllegalArgumentException("");
            }
            values.put(name, rest.pop());
        }
        return values;
    }

    private static <T> T value(Map<String, String> values, String name, Function<String, T> parser, T otherwise) {
        try {
            return values.containsKey(name) ? parser.apply(values.get(name)) : otherwise;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("", e);
        }
    }

    boolean hasSeveralNodes() {
        return nodes > 1;
    }

    /** The run that was asked for. The database of a single server is killed as often as the server, if it can be. */
    FaultPlan plan() {
        FaultPlan plan = FaultPlan.of(seed, kills, hasSeveralNodes() || database.equals(DERBY) ? 0 : kills);
        return timeout.map(plan::within).orElse(plan);
    }
}
