package chat262.it.bench;

import chat262.it.bench.measure.CpuTime;
import chat262.it.bench.measure.Median;
import chat262.it.process.Artefacts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a start takes, from the launch to the first login that is answered, against Payara Micro as it is published with an
 * empty web application, from the launch to its first page; in turns. And what both take when nothing happens.
 */
final class BootBench {
    private static final String ROW = "%-34s %8s %8s %8s %8s %8s%n";

    private final int rounds;
    private final Duration settle;
    private final Duration idle;

    /** The starts of one program. */
    private static final class Series {
        private final String title;
        private final BootedServer.Program program;
        private final List<BootedServer.Start> starts = new ArrayList<>();
        private Duration idleCpu = Duration.ZERO;

        Series(String title, BootedServer.Program program) {
            this.title = title;
            this.program = program;
        }

        double wall() {
            return Median.of(starts.stream().mapToDouble(start -> start.wall().toMillis() / 1e3));
        }

        double cpu() {
            return Median.of(starts.stream().mapToDouble(start -> start.cpu().toMillis() / 1e3));
        }

        double memory() {
            return Median.of(starts.stream().mapToDouble(BootedServer.Start::residentMegabytes));
        }
    }

    /**
     * A benchmark.
     *
     * @param rounds how often each is started
     * @param idle how long an idle server is looked at, after as long again in which it settles
     */
    BootBench(int rounds, Duration idle) {
        this.rounds = rounds;
        this.settle = idle;
        this.idle = idle;
    }

    /** Measures with data in a folder, and prints a table and one line of JSON. */
    void run(Path folder, PrintStream out) throws IOException, InterruptedException {
        Series stock = new Series("Payara Micro with an empty WAR", BootedServer.stock(folder));
        Series quick = new Series("262chat, by ./chat server", BootedServer.quick(folder.resolve("data")));
        Series alone = new Series("262chat, java -jar chat-server.jar", BootedServer.oneJar(folder.resolve("data")));
        // Uncounted: makes database and unpacked libraries, and fills the disk's cache.
        for (Series each : List.of(stock, alone, quick)) {
            each.program.start().close();
        }
        for (int round = 1; round <= rounds; round++) {
            for (Series each : List.of(stock, quick, alone)) {
                try (BootedServer server = each.program.start()) {
                    each.starts.add(server.took());
                }
            }
            System.err.println("round " + round + " of " + rounds);
        }
        measureIdle(stock, quick);
        print(out, stock, List.of(stock, quick, alone));
    }

    /** Side by side, so that both have the same neighbours. */
    private void measureIdle(Series stock, Series quick) throws IOException, InterruptedException {
        System.err.printf("idle: %d s to settle, %d s that count%n", settle.toSeconds(), idle.toSeconds());
        try (BootedServer one = stock.program.start();
                BootedServer other = quick.program.start()) {
            Thread.sleep(settle.toMillis());
            Duration stockBefore = CpuTime.of(one.pid());
            Duration quickBefore = CpuTime.of(other.pid());
            Thread.sleep(idle.toMillis());
            stock.idleCpu = CpuTime.of(one.pid()).minus(stockBefore);
            quick.idleCpu = CpuTime.of(other.pid()).minus(quickBefore);
        }
    }

    private double idlePercent(Series series) {
        return 100.0 * series.idleCpu.toMillis() / idle.toMillis();
    }

    private void print(PrintStream out, Series stock, List<Series> all) {
        out.printf(
                Locale.ROOT,
                "%s, %s, medians of %d%n",
                System.getProperty("java.vm.version"),
                Artefacts.java(),
                rounds);
        out.printf(ROW, "", "wall s", "ratio", "CPU s", "ratio", "MiB");
        for (Series each : all) {
            out.printf(
                    Locale.ROOT,
                    "%-34s %8.1f %8.2f %8.1f %8.2f %8.0f (%.2f)%n",
                    each.title,
                    each.wall(),
                    each.wall() / stock.wall(),
                    each.cpu(),
                    each.cpu() / stock.cpu(),
                    each.memory(),
                    each.memory() / stock.memory());
        }
        Series quick = all.get(1);
        out.printf(
                Locale.ROOT,
                "idle for %d s: Payara Micro %.2f %% of a core, 262chat %.2f %%, ratio %.2f%n",
                idle.toSeconds(),
                idlePercent(stock),
                idlePercent(quick),
                idlePercent(quick) / idlePercent(stock));
        out.printf(
                Locale.ROOT,
                "{\"bench\":\"boot\",\"rounds\":%d,\"java\":\"%s\",\"wallSeconds\":%.2f,\"wallRatio\":%.2f,\"cpuSeconds\":%.2f,"
                        + "\"cpuRatio\":%.2f,\"residentMiB\":%.0f,\"residentRatio\":%.2f,\"idleRatio\":%.2f}%n",
                rounds,
                System.getProperty("java.version"),
                quick.wall(),
                quick.wall() / stock.wall(),
                quick.cpu(),
                quick.cpu() / stock.cpu(),
                quick.memory(),
                quick.memory() / stock.memory(),
                idlePercent(quick) / idlePercent(stock));
    }
}
