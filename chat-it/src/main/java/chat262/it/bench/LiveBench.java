package chat262.it.bench;

import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The live stream: 100-byte messages of accounts that are logged in, each with a key of its own, stored durably, pushed to
 * all connected clients, and acknowledged by them over their sockets.
 */
final class LiveBench {
    /** Only what logging in costs; no figure here depends on it. */
    private static final Map<String, String> SETTINGS = Map.of("CHAT_PASSWORD_ITERATIONS", "1024");

    private static final String TEXT = Call.STAMP + "m".repeat(81);
    private static final String LARGE_TEXT = Call.STAMP + "m".repeat(3_900);

    /** So many messages to the one room may be under way. */
    private static final int IN_THE_ROOM = 8;

    /** Until the server has finished the work of before; its compiler takes longest. */
    private static final long SETTLING_MILLIS = 30_000;

    private static final int PER_SECOND = 1_000;
    private static final int LARGE_PER_SECOND = 20;

    private final Map<String, Integer> options;
    private final Duration time;
    private final Duration warmUp;
    private final LiveFigures figures = new LiveFigures();

    LiveBench(Map<String, Integer> options, Duration time, Duration warmUp) {
        this.options = options;
        this.time = time;
        this.warmUp = warmUp;
    }

    /** Measures in a folder, which holds the server's data, and prints a table and one line of JSON. */
    void run(Path folder, PrintStream out) throws IOException, InterruptedException {
        try (ServerProcess server =
                ServerProcess.measured(ServerWithEmptyCall.jarIn(folder), folder.resolve("data"), SETTINGS)) {
            Scene scene = new Scene(server);
            oneRoom(scene);
            pairs(scene);
            idle(scene);
            stalled(scene);
        }
        figures.print(options, out);
    }

    /** A running server and how to get at it. */
    private record Scene(ServerProcess server, Api api, InetSocketAddress address) {
        Scene(ServerProcess server) {
            this(server, Api.of(server.url()), new InetSocketAddress("127.0.0.1", server.port()));
        }

        List<Person> people(String name, int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> Person.join(api, name + i))
                    .toList();
        }

        Call send(Person sender, long room, String text) {
            return Call.send(server.url().getAuthority(), room, sender.token(), text);
        }

        Duration cpu() {
            return CpuTime.of(server.pid());
        }
    }

    /** All clients in one room. */
    private void oneRoom(Scene scene) throws IOException, InterruptedException {
        List<Person> members = scene.people("room", options.get("--members"));
        Person owner = members.get(0);
        long room = owner.group("bench", members.subList(1, members.size()).toArray(Person[]::new));
        List<Call> calls =
                members.stream().map(member -> scene.send(member, room, TEXT)).toList();
        try (Receivers receivers = receivers(scene, members);
                OpenLoop senders = new OpenLoop(scene.address, IN_THE_ROOM)) {
            Load load = new Load(scene, senders, receivers, calls, members.size(), IN_THE_ROOM);
            warmUp(scene, "one room", load::run);
            figures.oneRoom = load.run(time);
            found("one room", figures.oneRoom);
        }
    }

    /** Pairs that talk: each message goes to one. First as fast as it goes, then at a rate. */
    private void pairs(Scene scene) throws IOException, InterruptedException {
        int pairs = options.get("--pairs");
        List<Person> senders = scene.people("from", pairs);
        List<Person> others = scene.people("to", pairs);
        List<Call> calls = IntStream.range(0, pairs)
                .mapToObj(i -> scene.send(senders.get(i), senders.get(i).direct(others.get(i)), TEXT))
                .toList();
        try (Receivers receivers = receivers(scene, others);
                OpenLoop loop = new OpenLoop(scene.address, pairs)) {
            Load load = new Load(scene, loop, receivers, calls, 1, pairs);
            warmUp(scene, "pairs", load::run);
            figures.pairs = load.run(time);
            found("pairs", figures.pairs);
            receivers.takeLatencies();
            long before = receivers.deliveries();
            int sent = loop.run(calls, PER_SECOND, time).size();
            receivers.await(before + sent);
            figures.atRate = receivers.takeLatencies();
            figures.emptyAtRate = emptyAtRate(scene, loop);
        }
    }

    /** Calls that do nothing, at the same rate as messages: the least that the machine and the container can do. */
    private Latencies emptyAtRate(Scene scene, OpenLoop loop) throws IOException, InterruptedException {
        List<Call> calls = List.of(Call.empty(scene.server.url().getAuthority()));
        warmUp(scene, "empty POSTs", turn -> loop.run(calls, () -> true, turn));
        return loop.run(calls, PER_SECOND, time);
    }

    private void warmUp(Scene scene, String what, WarmUp.Load load) throws IOException, InterruptedException {
        new WarmUp(scene.server.pid(), warmUp).run(what, load);
    }

    /** For those who don't want to wait for the table. */
    private static void found(String what, LiveFigures.Deliveries figures) {
        System.err.printf(
                "%s: %,.0f/s, %.4f CPU s of the server per 1,000%n",
                what, figures.perSecond(), figures.cpuPerThousand());
    }

    private static Receivers receivers(Scene scene, List<Person> people) throws IOException {
        return new Receivers(scene.address, people.stream().map(Person::token).toList(), true);
    }

    /** People who are connected and do nothing. */
    private void idle(Scene scene) throws IOException, InterruptedException {
        List<String> tokens = scene.people("idle", options.get("--idle")).stream()
                .map(Person::token)
                .toList();
        long before = ServerMemory.of(scene.server.pid());
        try (Receivers receivers = new Receivers(scene.address, tokens, false)) {
            Thread.sleep(SETTLING_MILLIS);
            figures.idleBytes = (ServerMemory.of(scene.server.pid()) - before) / (double) tokens.size();
            Duration cpu = scene.cpu();
            Thread.sleep(time.multipliedBy(2).toMillis());
            figures.idleCpu = (double) scene.cpu().minus(cpu).toNanos()
                    / time.multipliedBy(2).toNanos();
            receivers.check();
        }
    }

    /** One client that reads, in a room with many sockets whose clients do not, against the same without those. */
    private void stalled(Scene scene) throws IOException, InterruptedException {
        List<Person> three = scene.people("stalled", 3);
        Person sender = three.get(0);
        long room = sender.group("stalled", three.get(1), three.get(2));
        List<Call> calls = Collections.singletonList(scene.send(sender, room, LARGE_TEXT));
        try (Receivers reader =
                        new Receivers(scene.address, List.of(three.get(1).token()), true);
                OpenLoop loop = new OpenLoop(scene.address, 2)) {
            loop.run(calls, LARGE_PER_SECOND, time.multipliedBy(2));
            reader.takeLatencies();
            loop.run(calls, LARGE_PER_SECOND, time.multipliedBy(2));
            figures.withoutStalled = reader.takeLatencies();
            try (StalledReaders stalled =
                    new StalledReaders(scene.address, three.get(2).token(), options.get("--stalled"))) {
                long before = reader.deliveries();
                int sent =
                        loop.run(calls, LARGE_PER_SECOND, time.multipliedBy(2)).size();
                reader.await(before + sent);
                figures.withStalled = reader.takeLatencies();
                figures.dropped = stalled.dropped();
            }
        }
    }

    /** Senders that go on while at most some messages are under way to the clients. */
    private record Load(
            Scene scene, OpenLoop loop, Receivers receivers, List<Call> calls, int receiversEach, int window) {

        LiveFigures.Deliveries run(Duration time) throws IOException, InterruptedException {
            receivers.takeLatencies();
            long before = receivers.deliveries();
            List<Long> sent = new ArrayList<>(List.of(0L));
            BooleanSupplier mayGo = () -> {
                boolean goes = sent.get(0) - (receivers.deliveries() - before) / receiversEach < window;
                sent.set(0, sent.get(0) + (goes ? 1 : 0));
                return goes;
            };
            Duration cpu = scene.cpu();
            long start = System.nanoTime();
            int count = loop.run(calls, mayGo, time).size();
            receivers.await(before + (long) count * receiversEach);
            long nanos = System.nanoTime() - start;
            return new LiveFigures.Deliveries(
                    (long) count * receiversEach,
                    Duration.ofNanos(nanos),
                    scene.cpu().minus(cpu));
        }
    }
}
