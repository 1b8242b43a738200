package chat262.it.bench.depth;

import chat262.it.bench.Options;
import chat262.it.bench.measure.Alternation;
import chat262.it.bench.measure.Report;
import chat262.it.bench.measure.WarmUp;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;

/** What much data costs: each call on a server with all of them, against the same on one with a hundredth. */
public final class DepthBench {
    public static final Set<String> PARTS = Set.of("messages", "members", "rooms", "accounts");
    public static final Map<String, Integer> DEFAULTS = Map.of(
            "--turns",
            5,
            "--seconds",
            1,
            "--warm-up",
            120,
            "--threads",
            0,
            "--messages",
            1_000_000,
            "--members",
            5_000,
            "--rooms",
            2_000,
            "--accounts",
            100_000);

    private static final String[] HEADS = {
        "", "p50 ms, 1/100", "p50 ms, all", "ratio", "CPU ms, 1/100", "CPU ms, all", "ratio", "answer's ratio", "target"
    };

    private final Options options;
    private final List<Figure> figures = new ArrayList<>();
    private FilledServer few;
    private FilledServer many;

    public DepthBench(Options options) {
        this.options = options;
    }

    /** Measures in a folder, which holds the servers' data, and prints a table and one line of JSON. */
    public void run(Path folder, PrintStream out) throws IOException, InterruptedException {
        Sizes sizes = Sizes.of(options);
        try (FilledServer small = FilledServer.start(folder.resolve("few"), sizes.hundredth());
                FilledServer large = FilledServer.start(folder.resolve("many"), sizes)) {
            few = small;
            many = large;
            addFigures();
            new WarmUp(options.seconds("--warm-up"), small.pid(), large.pid()).run("all calls", this::warmUp);
            Report report = new Report("depth", options.numbers(), HEADS);
            for (Figure figure : figures) {
                figure.measure(
                        new Alternation(
                                options.number("--turns"), options.seconds("--seconds"), options.number("--threads")),
                        report);
            }
            report.print(out);
        }
    }

    private Histogram warmUp(Duration time) throws IOException {
        Histogram last = null;
        for (Figure figure : figures) {
            last = figure.warmUp(time.dividedBy(figures.size()));
        }
        return last;
    }

    private void addFigures() {
        if (options.has("messages")) {
            log("a long history: ", "history", FilledServer::room);
        }
        if (options.has("members")) {
            log("a large group: ", "group", FilledServer::largeGroup);
            add("a large group: the group itself", "groupRead", server -> server.get("/rooms/" + server.largeGroup()));
        }
        if (options.has("rooms")) {
            for (int limit : List.of(20, 100, 500)) {
                add(
                        "the first " + limit + " rooms",
                        "rooms" + limit,
                        server -> server.getAsRita("/rooms?limit=" + limit));
            }
            add("the greeting of the live stream", "hello", FilledServer::greeting);
        }
        if (options.has("accounts")) {
            searches();
        }
    }

    private void log(String title, String name, ToLongFunction<FilledServer> room) {
        add(title + "send", name + "Send", server -> server.send(room.applyAsLong(server)));
        add(title + "acknowledge", name + "Acknowledge", server -> server.acknowledge(room.applyAsLong(server)));
        add(
                title + "fetch the last 20",
                name + "Fetch",
                server -> server.get("/rooms/" + room.applyAsLong(server) + "/messages?before=end&limit=20"));
    }

    /** What a pattern begins with leads through an index; a pattern that begins with an asterisk is compared with every name. */
    private void searches() {
        String account = Filling.RARE_ACCOUNT;
        String group = Filling.RARE_GROUP;
        add("the first 100 accounts", "accounts100", server -> server.get("/accounts?limit=100"));
        add("accounts, by their beginning", "accountsPrefix", server -> server.get("/accounts?match=" + account + "*"));
        add("accounts, by any part", "accountsPart", server -> server.get("/accounts?match=*" + account + "*"));
        String search = "/rooms/search?match=";
        add("groups, by their beginning", "groupsPrefix", server -> server.get(search + group + "*"));
        add("groups, by any part", "groupsPart", server -> server.get(search + "*" + group + "*"));
        add("groups, by a member", "groupsMember", server -> server.get(search + account + "*"));
    }

    private void add(String title, String name, Function<FilledServer, Step> step) {
        figures.add(new Figure(title, name, few, many, step));
    }
}
