package chat262.it.bench;

import chat262.it.bench.load.Call;
import chat262.it.bench.load.ClosedLoop;
import chat262.it.bench.load.Connections;
import chat262.it.bench.load.ServerWithEmptyCall;
import chat262.it.bench.load.Template;
import chat262.it.bench.measure.Alternation;
import chat262.it.bench.measure.Load;
import chat262.it.bench.measure.Report;
import chat262.it.bench.measure.Series;
import chat262.it.bench.measure.WarmUp;
import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Sends over REST against a call that does nothing, in turns, on the same server: 100-byte messages of accounts that are
 * logged in and not on the live stream, each with a key of its own, durable.
 */
final class SendBench {
    private static final String TEXT = Template.text(100);

    /** Only what logging in costs; no figure here depends on it. */
    private static final Map<String, String> SETTINGS = Map.of("CHAT_PASSWORD_ITERATIONS", "1024");

    private final Options options;
    private final int connections;

    SendBench(Options options) {
        this.options = options;
        this.connections = options.number("--connections") + options.number("--connections") % 2;
    }

    /** Measures in a folder, which holds the server and its data, and prints a table and one line of JSON. */
    void run(Path folder, PrintStream out) throws IOException, InterruptedException {
        Path jar = ServerWithEmptyCall.jarIn(folder);
        Alternation alternation =
                new Alternation(options.number("--turns"), options.seconds("--seconds"), options.number("--threads"));
        try (ServerProcess server = ServerProcess.measured(jar, folder.resolve("data"), SETTINGS)) {
            InetSocketAddress address = new InetSocketAddress("127.0.0.1", server.port());
            Call empty = Call.empty(server.url().getAuthority());
            Load sends = calls(address, senders(server.url()));
            Load empties = calls(address, Collections.nCopies(connections, empty));
            WarmUp warm = new WarmUp(options.seconds("--warm-up"), server.pid());
            warm.run("sends", sends);
            warm.run("empty POSTs", empties);
            Series sent = alternation.add("sends", server.pid(), sends);
            Series answered = alternation.add("empty POSTs", server.pid(), empties);
            alternation.run();
            print(sent, answered, out);
        }
    }

    /** Opens connections each time: the server closes those that are idle for half a minute. */
    private static Load calls(InetSocketAddress address, List<Call> calls) {
        return time -> {
            try (Connections connections = new Connections(address, calls)) {
                return ClosedLoop.run(connections.lines(), time);
            }
        };
    }

    /** For each of some accounts that share direct rooms, two by two, the call that sends a message there. */
    private List<Call> senders(URI server) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < connections; i += 2) {
            Person one = Person.join(Api.of(server), "bench" + i);
            Person other = Person.join(Api.of(server), "bench" + (i + 1));
            long room = one.direct(other);
            calls.add(Call.send(one, room, TEXT));
            calls.add(Call.send(other, room, TEXT));
        }
        return calls;
    }

    private void print(Series sent, Series empty, PrintStream out) {
        Report report = new Report(
                "send", options.numbers(), connections + " connections", "per s", "p50 ms", "p99 ms", "CPU s/1,000");
        row("sends", sent, report);
        row("empty POSTs", empty, report);
        double ratio = sent.perSecond() / empty.perSecond();
        report.row("ratio", Report.cell(ratio, 3), "", "", Report.cell(ratio(sent, empty), 2));
        report.value("sendsPerSecond", sent.perSecond(), 0);
        report.value("emptyPostsPerSecond", empty.perSecond(), 0);
        report.value("ratio", ratio, 3);
        report.value("p50Millis", sent.millisWithin(50), 2);
        report.value("p99Millis", sent.millisWithin(99), 2);
        report.value("serverCpuSecondsPer1000Sends", sent.cpuSecondsPerThousand(), 3);
        report.value("serverCpuSecondsPer1000EmptyPosts", empty.cpuSecondsPerThousand(), 3);
        report.print(out);
    }

    private static double ratio(Series sent, Series empty) {
        return sent.cpuSecondsPerThousand() / empty.cpuSecondsPerThousand();
    }

    private static void row(String name, Series series, Report report) {
        report.row(
                name,
                Report.cell(series.perSecond(), 0),
                Report.cell(series.millisWithin(50), 2),
                Report.cell(series.millisWithin(99), 2),
                Report.cell(series.cpuSecondsPerThousand(), 3));
    }
}
