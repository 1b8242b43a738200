package chat262.it.bench;

import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.Artefacts;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a long history costs: sending, acknowledging and fetching the last twenty in a room with very many messages
 * against the same in one that was empty, call by call in turns, on the same server.
 */
final class DepthBench {
    private static final Map<String, String> SETTINGS =
            Map.of("CHAT_PASSWORD_ITERATIONS", "1024", "CHAT_START_TIMEOUT", "600");

    private static final int FILLING_CONNECTIONS = 64;
    private static final Duration FILLING_TURN = Duration.ofSeconds(5);
    private static final String TEXT = "m".repeat(100);
    private static final double MEDIAN = 0.5;

    /** What is measured. */
    private enum Step {
        SEND("send"),
        ACKNOWLEDGE("acknowledge"),
        FETCH_LAST_20("fetch last 20");

        private final String title;

        Step(String title) {
            this.title = title;
        }
    }

    private final long messages;
    private final int rounds;

    /**
     * @param messages how many the long history has at least
     * @param rounds how often each call is made in each of the rooms
     */
    DepthBench(long messages, int rounds) {
        this.messages = messages;
        this.rounds = rounds;
    }

    /** Measures in a folder, which holds the server's data, and prints a table and one line of JSON. */
    void run(Path folder, PrintStream out) throws IOException {
        try (ServerProcess server = ServerProcess.measured(Artefacts.serverJar(), folder.resolve("data"), SETTINGS)) {
            URI url = server.url();
            Person anna = Person.join(Api.of(url), "anna");
            long deep = anna.direct(Person.join(Api.of(url), "ben"));
            long fresh = anna.direct(Person.join(Api.of(url), "cleo"));
            long depth = fill(anna, deep, server.port());
            Map<Step, Latencies> inDeep = latencies();
            Map<Step, Latencies> inFresh = latencies();
            for (int round = 0; round < rounds; round++) {
                measure(anna, deep, inDeep);
                measure(anna, fresh, inFresh);
            }
            print(depth, inDeep, inFresh, out);
        }
    }

    /** Fills a room; this also warms the server up. Returns the last seq. */
    private long fill(Person writer, long room, int port) throws IOException {
        Call send = Call.send("127.0.0.1:" + port, room, writer.token(), TEXT);
        try (ClosedLoop loop = new ClosedLoop(new InetSocketAddress("127.0.0.1", port), FILLING_CONNECTIONS)) {
            long last = 0;
            while (last < messages) {
                loop.run(Collections.nCopies(FILLING_CONNECTIONS, send), FILLING_TURN);
                last = writer.room(room).expect(200).number("lastSeq");
                System.err.printf("%,d of %,d messages are there%n", last, messages);
            }
            return last;
        }
    }

    private static Map<Step, Latencies> latencies() {
        Map<Step, Latencies> all = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            all.put(step, new Latencies());
        }
        return all;
    }

    private static void measure(Person person, long room, Map<Step, Latencies> latencies) {
        long begin = System.nanoTime();
        long seq = person.say(room, TEXT);
        long sent = System.nanoTime();
        person.acknowledge(room, seq).expect(200);
        long acknowledged = System.nanoTime();
        person.fetch(room, "before=end&limit=20").expect(200);
        long fetched = System.nanoTime();
        latencies.get(Step.SEND).add(sent - begin);
        latencies.get(Step.ACKNOWLEDGE).add(acknowledged - sent);
        latencies.get(Step.FETCH_LAST_20).add(fetched - acknowledged);
    }

    private void print(long depth, Map<Step, Latencies> inDeep, Map<Step, Latencies> inFresh, PrintStream out) {
        out.printf(Locale.ROOT, "%-16s %18s %18s %7s%n", "p50 ms", depth + " messages", "empty at first", "ratio");
        StringBuilder json = new StringBuilder();
        for (Step step : Step.values()) {
            double deep = inDeep.get(step).millisWithin(MEDIAN);
            double fresh = inFresh.get(step).millisWithin(MEDIAN);
            out.printf(Locale.ROOT, "%-16s %18.3f %18.3f %7.2f%n", step.title, deep, fresh, deep / fresh);
            json.append(String.format(Locale.ROOT, ",\"%s\":%.3f", step.title.replace(' ', '-'), deep / fresh));
        }
        out.printf("{\"bench\":\"depth\",\"messages\":%d,\"rounds\":%d%s}%n", depth, rounds, json);
    }
}
