package chat262.it.simulation;

import chat262.it.bench.Options;
import chat262.it.bench.measure.Report;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code ./chat simulate storm}. */
final class StormCommand {
    static final Map<String, Integer> NUMBERS = numbers();
    static final Map<String, List<Integer>> LISTS =
            Map.of("--sockets", List.of(1_000, 10_000, 50_000, 100_000), "--spread", List.of(10, 60));

    private static final double MICROS_PER_MILLI = 1000;

    private final Options options;

    StormCommand(Options options) {
        this.options = options;
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>(Map.of("--nodes", 2, "--pages", 80, "--seed", 262));
        numbers.putAll(Map.of("--handshake-threads", 2, "--handshake-micros", 1000));
        numbers.putAll(Map.of("--hello-threads", 2, "--hello-micros", 5000));
        return Map.copyOf(numbers);
    }

    void run(PrintStream out) {
        Report report = new Report(
                "storm",
                options.numbers(),
                "sockets, first attempts within",
                "arrivals/s",
                "hellos queued",
                "median s",
                "last s",
                "attempts each",
                "never");
        for (int sockets : options.list("--sockets")) {
            Stream.concat(Stream.of(0), options.list("--spread").stream())
                    .forEach(spread -> add(report, sockets, spread));
        }
        report.print(out);
    }

    private void add(Report report, int sockets, int spreadSeconds) {
        StormSetting setting = new StormSetting(
                sockets,
                options.number("--nodes"),
                options.number("--pages"),
                options.number("--handshake-threads"),
                options.number("--handshake-micros") / MICROS_PER_MILLI,
                options.number("--hello-threads"),
                options.number("--hello-micros") / MICROS_PER_MILLI,
                spreadSeconds);
        StormResult result = Storm.run(setting, options.number("--seed"));
        report.row(
                String.format("%,d, %s", sockets, spreadSeconds == 0 ? "as today" : spreadSeconds + " s"),
                Report.cell(result.arrivalsPerSecond(), 0),
                Report.cell(result.hellosQueued(), 0),
                Report.cell(result.medianSeconds(), 1),
                Report.cell(result.lastSeconds(), 1),
                Report.cell((double) result.attempts() / sockets, 2),
                Report.cell(sockets - result.greeted(), 0));
        String name = "sockets" + sockets + "Spread" + spreadSeconds;
        report.value(name + "ArrivalsPerSecond", result.arrivalsPerSecond(), 0);
        report.value(name + "HellosQueued", result.hellosQueued(), 0);
        report.value(name + "LastSeconds", result.lastSeconds(), 1);
        report.value(name + "Attempts", result.attempts(), 0);
    }
}
