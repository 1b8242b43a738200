package chat262.it.simulation;

import chat262.it.bench.Options;
import chat262.it.bench.measure.Report;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ./chat simulate sharding}. */
final class ShardingCommand {
    static final Map<String, Integer> NUMBERS = numbers();
    static final Map<String, List<Integer>> LISTS = Map.of("--shards", List.of(1, 10, 30, 60));

    private static final double PERCENT = 100;
    private static final double MICROS_PER_MILLI = 1000;
    private static final double MICROS_PER_SECOND = 1e6;

    private final Options options;

    ShardingCommand(Options options) {
        this.options = options;
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>(Map.of("--rooms", 10_000_000, "--messages", 222_000));
        numbers.putAll(Map.of("--skew", 100, "--hottest", 20, "--largest", 100_000, "--online", 30));
        numbers.putAll(Map.of("--nodes", 300, "--write-micros", 200, "--read-micros", 60, "--delivery-micros", 11));
        numbers.put("--seed", 262);
        return Map.copyOf(numbers);
    }

    void run(PrintStream out) {
        ShardSetting setting = setting();
        Rooms rooms = new Rooms(setting);
        Slots slots = Slots.of(rooms, setting.rooms(), options.number("--seed"));
        Report report = new Report(
                "sharding", options.numbers(), "shards", "cores each", "hashed: most", "÷", "moved: most", "÷");
        for (int shards : options.list("--shards")) {
            add(report, slots, shards);
        }
        double micros = options.number("--delivery-micros");
        report.value("hottestMessagesPerSecond", rooms.messagesPerSecond(1), 1);
        report.value("hottestDeliveriesPerSecond", rooms.deliveriesPerSecond(1), 0);
        report.value("hottestDatabaseCores", rooms.databaseCores(1), 2);
        report.value("hottestNodeCores", rooms.deliveriesPerSecond(1) * micros / MICROS_PER_SECOND, 1);
        report.print(out);
    }

    private ShardSetting setting() {
        return new ShardSetting(
                options.number("--rooms"),
                options.number("--messages"),
                options.number("--skew") / PERCENT,
                options.number("--hottest"),
                options.number("--largest"),
                options.number("--online") / PERCENT,
                options.number("--nodes"),
                options.number("--write-micros") / MICROS_PER_MILLI,
                options.number("--read-micros") / MICROS_PER_MILLI);
    }

    private static void add(Report report, Slots slots, int shards) {
        double each = slots.sum() / shards;
        double hashed = Slots.max(slots.inTurn(shards));
        double moved = Slots.max(slots.moved(shards));
        report.row(
                String.valueOf(shards),
                Report.cell(each, 2),
                Report.cell(hashed, 2),
                Report.cell(hashed / each, 2),
                Report.cell(moved, 2),
                Report.cell(moved / each, 2));
        report.value("coresEachOf" + shards, each, 2);
        report.value("mostOfHashed" + shards, hashed, 2);
        report.value("mostOfMoved" + shards, moved, 2);
    }
}
