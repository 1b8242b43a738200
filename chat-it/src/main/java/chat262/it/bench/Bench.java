package chat262.it.bench;

import chat262.it.bench.cluster.ClusterBench;
import chat262.it.bench.depth.DepthBench;
import chat262.it.bench.live.LiveBench;
import chat262.it.process.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./chat bench boot}, {@code send}, {@code live}, {@code depth}, {@code cluster} or {@code start}, with options: measures what was built. */
public final class Bench {
    private static final int MISUSED = 2;

    private static final String USAGE = """
            usage: chat bench send [--turns N] [--seconds N] [--connections N] [--warm-up N] [--threads N]
                   chat bench live [--only PARTS] [--turns N] [--seconds N] [--warm-up N] [--threads N] [--members N] [--pairs N]
                                   [--rate N] [--idle N] [--settle N] [--stalled N]
                   chat bench depth [--only PARTS] [--turns N] [--seconds N] [--warm-up N] [--messages N] [--rooms N] [--members N]
                                   [--accounts N]
                   chat bench cluster [--nodes N,N,…] [--only PARTS] [--turns N] [--seconds N] [--warm-up N] [--pairs N] [--rooms N]
                                      [--members N] [--rate N] [--idle N] [--idle-rooms N] [--settle N]
                   chat bench start [--rounds N]
                   chat bench boot [--rounds N] [--idle SECONDS]

              --only PARTS  some of room, pairs, rate, idle, stalled (live), of messages, members, rooms, accounts (depth),
                            of pairs, rooms, rate, idle (cluster), with commas
              --nodes N,N,… servers on one PostgreSQL; each number is measured (1,2,3)
              --turns N     each load is measured so often, in turns; a figure is the median
              --seconds N   that a turn takes
              --warm-up N   seconds that each load runs at least before it counts
              --threads N   tells the N threads of the server that took most CPU time under each load
              --settle N    seconds before and while idle members are measured
            """;

    private Bench() {}

    private static Map<String, Integer> defaults(String what) {
        return switch (what) {
            case "send" -> Map.of("--turns", 5, "--seconds", 4, "--connections", 64, "--warm-up", 120, "--threads", 0);
            case "live" -> LiveBench.DEFAULTS;
            case "depth" -> DepthBench.DEFAULTS;
            case "cluster" -> ClusterBench.DEFAULTS;
            case "start" -> Map.of("--rounds", 15);
            case "boot" -> Map.of("--rounds", 5, "--idle", 120);
            default ->
                throw new IllegalArgumentException("say what to measure: boot, send, live, depth, cluster or start");
        };
    }

    private static Set<String> parts(String what) {
        return switch (what) {
            case "live" -> LiveBench.PARTS;
            case "depth" -> DepthBench.PARTS;
            case "cluster" -> ClusterBench.PARTS;
            default -> Set.of();
        };
    }

    private static Map<String, List<Integer>> lists(String what) {
        return what.equals("cluster") ? ClusterBench.LISTS : Map.of();
    }

    /** Exits with 2 if it is called in a way that it doesn't know. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String what = arguments.length == 0 ? "" : arguments[0];
        Options options = null;
        try {
            options = Options.of(arguments, defaults(what), lists(what), parts(what));
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.err.print(USAGE);
            System.exit(MISUSED);
        }
        Path folder = Files.createTempDirectory("chat-bench");
        try {
            measure(what, options, folder, System.out);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void measure(String what, Options options, Path folder, PrintStream out)
            throws IOException, InterruptedException {
        switch (what) {
            case "send" -> new SendBench(options).run(folder, out);
            case "live" -> new LiveBench(options).run(folder, out);
            case "cluster" -> new ClusterBench(options).run(folder, out);
            case "boot" -> new BootBench(options.number("--rounds"), options.seconds("--idle")).run(folder, out);
            case "start" -> new StartBench(options.number("--rounds")).run(folder, out);
            default -> new DepthBench(options).run(folder, out);
        }
    }
}
