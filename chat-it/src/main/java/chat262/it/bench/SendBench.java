package chat262.it.bench;

import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sends over REST against a call that does nothing, in turns, on the same server: 100-byte messages of accounts that are
 * logged in, each with a key of its own, durable.
 */
final class SendBench {
    private static final String TEXT = "m".repeat(100);

    /** Only what logging in costs; no figure here depends on it. */
    private static final Map<String, String> SETTINGS =
            Map.of("CHAT_PASSWORD_ITERATIONS", "1024", "CHAT_START_TIMEOUT", "600");

    private final int connections;
    private final int rounds;
    private final Duration turn;
    private final Duration warmUp;

    /** What was measured of one kind of call. */
    private static final class Tally {
        private final Latencies latencies = new Latencies();
        private Duration time = Duration.ZERO;
        private Duration cpu = Duration.ZERO;

        double perSecond() {
            return latencies.size() / seconds(time);
        }

        double cpuPerThousand() {
            return seconds(cpu) / latencies.size() * 1000;
        }

        private static double seconds(Duration duration) {
            return duration.toNanos() / 1e9;
        }
    }

    SendBench(int connections, int rounds, Duration turn, Duration warmUp) {
        this.connections = connections;
        this.rounds = rounds;
        this.turn = turn;
        this.warmUp = warmUp;
    }

    /** Measures in a folder, which holds the server and its data, and prints a table and one line of JSON. */
    void run(Path folder, PrintStream out) throws IOException, InterruptedException {
        Path jar = ServerWithEmptyCall.jarIn(folder);
        try (ServerProcess server = ServerProcess.measured(jar, folder.resolve("data"), SETTINGS)) {
            List<Call> sends = senders(server.url());
            List<Call> empties =
                    Collections.nCopies(connections, Call.empty(server.url().getAuthority()));
            Tally sent = new Tally();
            Tally empty = new Tally();
            try (ClosedLoop loop = new ClosedLoop(new InetSocketAddress("127.0.0.1", server.port()), connections)) {
                WarmUp warm = new WarmUp(server.pid(), warmUp);
                warm.run("sends", time -> loop.run(sends, time));
                warm.run("empty POSTs", time -> loop.run(empties, time));
                for (int round = 0; round < rounds; round++) {
                    measure(loop, sends, sent, server.pid());
                    measure(loop, empties, empty, server.pid());
                }
            }
            print(sent, empty, out);
        }
    }

    /** For each of some accounts that share direct rooms, two by two, the call that sends a message there. */
    private List<Call> senders(URI server) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < connections; i += 2) {
            Person one = Person.join(Api.of(server), "bench" + i);
            Person other = Person.join(Api.of(server), "bench" + (i + 1));
            long room = one.direct(other);
            calls.add(Call.send(server.getAuthority(), room, one.token(), TEXT));
            calls.add(Call.send(server.getAuthority(), room, other.token(), TEXT));
        }
        return calls;
    }

    private void measure(ClosedLoop loop, List<Call> calls, Tally tally, long pid) throws IOException {
        Duration cpu = CpuTime.of(pid);
        tally.latencies.addAll(loop.run(calls, turn));
        tally.cpu = tally.cpu.plus(CpuTime.of(pid).minus(cpu));
        tally.time = tally.time.plus(turn);
    }

    private void print(Tally sent, Tally empty, PrintStream out) {
        double ratio = sent.perSecond() / empty.perSecond();
        out.printf("%-12s %9s %9s %9s %12s%n", "", "per s", "p50 ms", "p99 ms", "CPU s/1,000");
        row("sends", sent, out);
        row("empty POSTs", empty, out);
        out.printf(
                Locale.ROOT,
                "ratio %.3f, over %d connections, %d rounds of %d s each%n",
                ratio,
                connections,
                rounds,
                turn.toSeconds());
        out.printf(
                Locale.ROOT,
                "{\"bench\":\"send\",\"connections\":%d,\"sendsPerSecond\":%.0f,\"emptyPostsPerSecond\":%.0f,\"ratio\":%.3f,"
                        + "\"p50Millis\":%.2f,\"p99Millis\":%.2f,\"serverCpuSecondsPer1000Sends\":%.3f,"
                        + "\"serverCpuSecondsPer1000EmptyPosts\":%.3f}%n",
                connections,
                sent.perSecond(),
                empty.perSecond(),
                ratio,
                sent.latencies.millisWithin(0.50),
                sent.latencies.millisWithin(0.99),
                sent.cpuPerThousand(),
                empty.cpuPerThousand());
    }

    private static void row(String name, Tally tally, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%-12s %9.0f %9.2f %9.2f %12.3f%n",
                name,
                tally.perSecond(),
                tally.latencies.millisWithin(0.50),
                tally.latencies.millisWithin(0.99),
                tally.cpuPerThousand());
    }
}
