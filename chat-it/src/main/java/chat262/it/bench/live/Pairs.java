package chat262.it.bench.live;

import static chat262.it.bench.live.Scene.TEXT;

import chat262.it.bench.load.Call;
import chat262.it.bench.load.ClosedLoop;
import chat262.it.bench.load.Lines;
import chat262.it.bench.load.Members;
import chat262.it.bench.load.OpenLoop;
import chat262.it.bench.load.Template;
import chat262.it.bench.measure.Alternation;
import chat262.it.bench.measure.Load;
import chat262.it.bench.measure.Report;
import chat262.it.bench.measure.Series;
import chat262.it.client.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * People who each talk to one other, over the stream and over REST, against calls that do nothing: the least that the machine
 * and the container can do. All of them are connected all the time, and those who write get their own messages pushed.
 */
final class Pairs {
    private final Scene scene;
    private final int pairs;
    private final int rate;

    /** The three ways that are compared. */
    private record Three<T>(T stream, T rest, T empty) {}

    Pairs(Scene scene) {
        this.scene = scene;
        this.pairs = scene.options().number("--pairs");
        this.rate = scene.options().number("--rate");
    }

    void measure(Report report) throws IOException, InterruptedException {
        List<Person> senders = scene.people("from", pairs);
        List<Person> readers = scene.people("to", pairs);
        Map<Person, Template> frames = new HashMap<>();
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            long room = senders.get(i).direct(readers.get(i));
            frames.put(senders.get(i), Template.sendFrame(room, TEXT));
            calls.add(Call.send(senders.get(i), room, TEXT));
        }
        List<Call> empty =
                Collections.nCopies(pairs, Call.empty(scene.server().url().getAuthority()));
        try (Members members = new Members(readers, senders)) {
            measure(members, members.lines(frames), calls, empty, report);
        }
    }

    private void measure(Members members, Lines stream, List<Call> calls, List<Call> empty, Report report)
            throws IOException, InterruptedException {
        Three<Load> fast = new Three<>(
                time -> members.send(stream, 1, time),
                scene.over(calls, lines -> time -> members.send(lines, 1, time)),
                scene.over(empty, lines -> time -> ClosedLoop.run(lines, time)));
        scene.warmUp("sends over the stream", fast.stream);
        scene.warmUp("sends over REST", fast.rest);
        scene.warmUp("empty POSTs", fast.empty);
        if (scene.options().has("pairs")) {
            reportCost(inTurns("", fast), report);
        }
        if (scene.options().has("rate")) {
            Three<Load> atRate = new Three<>(
                    time -> members.sendAtRate(stream, rate, time),
                    scene.over(calls, lines -> time -> members.sendAtRate(lines, rate, time)),
                    scene.over(empty, lines -> time -> OpenLoop.run(lines, rate, time)));
            reportLatency(inTurns(" at " + rate + "/s", atRate), report);
        }
    }

    private Three<Series> inTurns(String how, Three<Load> loads) throws IOException, InterruptedException {
        Alternation alternation = scene.alternation();
        Three<Series> found = new Three<>(
                alternation.add("sends over the stream" + how, scene.pid(), loads.stream),
                alternation.add("sends over REST" + how, scene.pid(), loads.rest),
                alternation.add("empty POSTs" + how, scene.pid(), loads.empty));
        alternation.run();
        return found;
    }

    private void reportCost(Three<Series> found, Report report) {
        String title = pairs + " pairs: ";
        Three<Double> cpu = new Three<>(
                found.stream.cpuSecondsPerThousand(),
                found.rest.cpuSecondsPerThousand(),
                found.empty.cpuSecondsPerThousand());
        Three<Double> speed = new Three<>(found.stream.perSecond(), found.rest.perSecond(), found.empty.perSecond());
        report.figure(title + "server CPU s per 1,000 over the stream", "streamCpuSecondsPer1000", cpu.stream, 3, "");
        report.figure(title + "server CPU s per 1,000 over REST", "restCpuSecondsPer1000", cpu.rest, 3, "");
        report.figure("server CPU s per 1,000 empty POSTs", "emptyPostCpuSecondsPer1000", cpu.empty, 3, "");
        report.figure(title + "messages/s over the stream", "streamMessagesPerSecond", speed.stream, 0, "");
        report.figure(title + "messages/s over REST", "restMessagesPerSecond", speed.rest, 0, "");
        report.figure("empty POSTs/s", "emptyPostsPerSecond", speed.empty, 0, "");
        report.figure("CPU, stream ÷ REST", "cpuStreamToRest", cpu.stream / cpu.rest, 2, "≤ 0.45");
        report.figure("messages/s, stream ÷ REST", "speedStreamToRest", speed.stream / speed.rest, 2, "≥ 2");
        report.figure("CPU, stream ÷ empty POSTs", "cpuStreamToEmptyPosts", cpu.stream / cpu.empty, 2, "≤ 1.4");
    }

    private void reportLatency(Three<Series> found, Report report) {
        String title = String.format("send to shown at %,d/s ", rate);
        latency(title + "over the stream", "stream", found.stream, report);
        latency(title + "over REST", "rest", found.rest, report);
        latency(String.format("an empty POST at %,d/s", rate), "emptyPost", found.empty, report);
        double ratio = found.stream.millisWithin(50) / found.empty.millisWithin(50);
        report.figure("p50, stream ÷ empty POST", "p50StreamToEmptyPost", ratio, 2, "≤ 2");
    }

    private static void latency(String title, String name, Series series, Report report) {
        report.figure(title + ": p50 ms", name + "P50Millis", series.millisWithin(50), 2, "");
        report.figure(title + ": p99 ms", name + "P99Millis", series.millisWithin(99), 2, "");
    }
}
