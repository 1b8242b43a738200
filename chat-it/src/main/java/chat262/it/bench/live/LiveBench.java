package chat262.it.bench.live;

import chat262.it.bench.Options;
import chat262.it.bench.load.ServerWithEmptyCall;
import chat262.it.bench.measure.Report;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The live stream, part by part. */
public final class LiveBench {
    public static final Set<String> PARTS = Set.of("room", "pairs", "rate", "idle", "stalled");
    public static final Map<String, Integer> DEFAULTS = defaults();

    /** Only what logging in costs; no figure here depends on it. */
    private static final Map<String, String> SETTINGS = Map.of("CHAT_PASSWORD_ITERATIONS", "1024");

    private final Options options;

    public LiveBench(Options options) {
        this.options = options;
    }

    private static Map<String, Integer> defaults() {
        Map<String, Integer> defaults =
                new HashMap<>(Map.of("--turns", 5, "--seconds", 10, "--warm-up", 120, "--threads", 0));
        defaults.putAll(Map.of("--members", 100, "--pairs", 64, "--rate", 1000));
        defaults.putAll(Map.of("--idle", 1000, "--settle", 120, "--stalled", 1000));
        return Map.copyOf(defaults);
    }

    /** Measures in a folder, which holds the server and its data, and prints a table and one line of JSON. */
    public void run(Path folder, PrintStream out) throws IOException, InterruptedException {
        Report report = new Report("live", options.numbers(), "", "found", "target");
        Path jar = ServerWithEmptyCall.jarIn(folder);
        try (ServerProcess server = ServerProcess.measured(jar, folder.resolve("data"), SETTINGS)) {
            Scene scene = new Scene(server, options);
            if (options.has("room")) {
                new OneRoom(scene).measure(report);
            }
            if (options.has("pairs") || options.has("rate")) {
                new Pairs(scene).measure(report);
            }
            if (options.has("idle")) {
                new IdleMembers(scene).measure(report);
            }
            if (options.has("stalled")) {
                new StalledMembers(scene).measure(report);
            }
        }
        report.print(out);
    }
}
