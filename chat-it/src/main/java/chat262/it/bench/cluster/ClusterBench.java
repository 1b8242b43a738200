package chat262.it.bench.cluster;

import chat262.it.bench.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nodes on one PostgreSQL, part by part, for each number of nodes. */
public final class ClusterBench {
    public static final Set<String> PARTS = Set.of("pairs", "rooms", "rate", "idle");
    public static final Map<String, Integer> DEFAULTS = defaults();
    public static final Map<String, List<Integer>> LISTS = Map.of("--nodes", List.of(1, 2, 3));

    private final Options options;

    public ClusterBench(Options options) {
        this.options = options;
    }

    private static Map<String, Integer> defaults() {
        Map<String, Integer> defaults = new HashMap<>(Map.of("--turns", 5, "--seconds", 10, "--warm-up", 60));
        defaults.putAll(Map.of("--pairs", 64, "--rooms", 4, "--members", 60, "--rate", 200));
        defaults.putAll(Map.of("--idle", 500, "--idle-rooms", 10, "--settle", 60));
        return Map.copyOf(defaults);
    }

    /** Measures in a folder, which holds the data of all processes, and prints a table and one line of JSON. */
    public void run(Path folder, PrintStream out) throws IOException, InterruptedException {
        ClusterReport report = new ClusterReport(options);
        try (Cluster cluster = Cluster.start(folder)) {
            for (int count :
                    options.list("--nodes").stream().sorted().distinct().toList()) {
                cluster.grow(count);
                measure(cluster, report);
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL could not be asked what it has done", e);
        }
        report.print(out);
    }

    private void measure(Cluster cluster, ClusterReport report) throws IOException, InterruptedException, SQLException {
        Measurement measurement = new Measurement(cluster, options, report);
        if (options.has("pairs") || options.has("rate")) {
            new SpreadPairs(cluster, options).measure(measurement);
        }
        if (options.has("rooms")) {
            new SpreadRooms(cluster, options).measure(measurement);
        }
        if (options.has("idle")) {
            new SpreadIdle(cluster, options).measure(report);
        }
    }
}
