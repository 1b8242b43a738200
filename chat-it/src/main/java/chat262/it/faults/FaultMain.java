package chat262.it.faults;

import chat262.it.process.Folders;
import chat262.it.proxy.Nginx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** {@code ./chat fault}: a run of any length, on one server or on several nodes. */
public final class FaultMain {
    private static final int MISUSED = 2;
    private static final String USAGE = """
            usage: fault [--kills N] [--nodes N] [--minutes N] [--seed N] [--db derby|postgresql] [--report FILE]

            Runs a server, senders and receivers, kills them and breaks their connections as the seed says, and then
            compares the files of all clients with the log. Exit code 0 if the promise was kept, 1 if it was broken.

              --kills N      kills of the server, 20 if not said; twice as many of clients, four times as many broken
                             connections
              --nodes N      so many servers on one PostgreSQL behind an nginx: nodes are killed, also in the middle of
                             commits, stopped with SIGSTOP and cut off from the database, hints are dropped, doubled and
                             held back, and the database is killed; each alone, then several at once
              --minutes N    ends after so many minutes, whatever was reached, and checks that
              --seed N       does again what another run did
              --db           derby, if not said, or a postgresql of its own, which is killed as well
              --report FILE  also writes the report into a file; fault-report-SEED.txt if not said
            """;

    private FaultMain() {}

    public static void main(String[] arguments) throws IOException {
        FaultOptions options;
        try {
            options = FaultOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.print(e.getMessage().isEmpty() ? USAGE : "fault: " + e.getMessage() + "\n");
            System.exit(MISUSED);
            return;
        }
        if (options.hasSeveralNodes() && !Nginx.isInstalled()) {
            System.err.println("fault: several nodes are run behind an nginx, and none is installed"
                    + " (Debian: apt install nginx-light)");
            System.exit(MISUSED);
        }
        System.exit(run(options));
    }

    private static int run(FaultOptions options) throws IOException {
        System.setProperty("chat.it.db", options.database());
        Path folder = Files.createTempDirectory("chat-fault");
        System.out.printf("seed %d; files in %s%n", options.seed(), folder);
        long begin = System.nanoTime();
        Consumer<String> progress = line -> System.out.printf("%8.1f s  %s%n", (System.nanoTime() - begin) / 1e9, line);
        FaultReport report = options.hasSeveralNodes()
                ? FaultRun.onNodes(options.nodes(), options.plan(), folder, progress)
                : FaultRun.of(options.plan(), folder, progress);
        System.out.println();
        System.out.print(report);
        Path file = Path.of(options.report().orElse("fault-report-" + options.seed() + ".txt"));
        Files.writeString(file, report.toString());
        System.out.printf("%nthe report is also in %s%n", file.toAbsolutePath());
        if (report.isClean()) {
            Folders.delete(folder);
        }
        return report.isClean() ? 0 : 1;
    }
}
