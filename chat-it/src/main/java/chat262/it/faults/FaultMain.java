package chat262.it.faults;

import chat262.it.process.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** {@code fault [--kills N] [--minutes N] [--seed N] [--db derby|postgresql] [--report FILE]}: a run of any length. */
public final class FaultMain {
    private static final int MISUSED = 2;
    private static final Set<String> OPTIONS = Set.of("--kills", "--minutes", "--seed", "--db", "--report");
    private static final String USAGE = """
            usage: fault [--kills N] [--minutes N] [--seed N] [--db derby|postgresql] [--report FILE]

            Runs a server, senders and receivers, kills them and breaks their connections as the seed says, and then
            compares the files of all clients with the log. Exit code 0 if the promise was kept, 1 if it was broken.

              --kills N      kills of the server, 20 if not said; twice as many of clients, four times as many broken
                             connections
              --minutes N    ends after so many minutes, whatever was reached, and checks that
              --seed N       does again what another run did
              --db           derby, if not said, or a postgresql of its own, which is killed as well
              --report FILE  also writes the report into a file; fault-report-SEED.txt if not said
            """;

    private FaultMain() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new HashMap<>();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (!OPTIONS.contains(option) || rest.isEmpty()) {
                System.err.print(USAGE);
                System.exit(MISUSED);
            }
            options.put(option, rest.pop());
        }
        System.exit(run(options));
    }

    private static int run(Map<String, String> options) throws IOException {
        long seed;
        int kills;
        Optional<Duration> most;
        try {
            seed = Long.parseLong(options.getOrDefault(
                    "--seed", String.valueOf(ThreadLocalRandom.current().nextInt(1_000_000))));
            kills = Integer.parseInt(options.getOrDefault("--kills", "20"));
            most = Optional.ofNullable(options.get("--minutes"))
                    .map(Integer::parseInt)
                    .map(Duration::ofMinutes);
        } catch (NumberFormatException e) {
            System.err.print(USAGE);
            return MISUSED;
        }
        String database = options.getOrDefault("--db", "derby");
        System.setProperty("chat.it.db", database);
        Path folder = Files.createTempDirectory("chat-fault");
        System.out.printf("seed %d; files in %s%n", seed, folder);
        FaultPlan plan = FaultPlan.of(seed, kills, database.equals("derby") ? 0 : kills);
        long begin = System.nanoTime();
        FaultReport report = FaultRun.of(
                most.map(plan::within).orElse(plan),
                folder,
                line -> System.out.printf("%8.1f s  %s%n", (System.nanoTime() - begin) / 1e9, line));
        System.out.println();
        System.out.print(report);
        Path file = Path.of(options.getOrDefault("--report", "fault-report-" + seed + ".txt"));
        Files.writeString(file, report.toString());
        System.out.printf("%nthe report is also in %s%n", file.toAbsolutePath());
        if (report.isClean()) {
            Folders.delete(folder);
        }
        return report.isClean() ? 0 : 1;
    }
}
