package chat262.it.bench.live;

import chat262.it.bench.load.Lines;
import chat262.it.bench.load.Members;
import chat262.it.bench.load.StalledReaders;
import chat262.it.bench.load.Template;
import chat262.it.bench.measure.Load;
import chat262.it.bench.measure.Report;
import chat262.it.client.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** One member who reads, in a room with many sockets whose clients do not, against the same without those. */
final class StalledMembers {
    private static final String LARGE_TEXT = Template.text(3_900);
    private static final int PER_SECOND = 20;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Scene scene;
    private final int count;

    StalledMembers(Scene scene) {
        this.scene = scene;
        this.count = scene.options().number("--stalled");
    }

    void measure(Report report) throws IOException, InterruptedException {
        List<Person> three = scene.people("stalled", 3);
        Person sender = three.get(0);
        Person reader = three.get(1);
        Person stalled = three.get(2);
        long room = sender.group("stalled", reader, stalled);
        Duration time = scene.options().seconds("--seconds").multipliedBy(2);
        try (Members members = new Members(List.of(reader), List.of(sender))) {
            Lines lines = members.lines(Map.of(sender, Template.sendFrame(room, LARGE_TEXT)));
            Load load = during -> members.sendAtRate(lines, PER_SECOND, during);
            load.run(time);
            Histogram alone = load.run(time);
            try (StalledReaders sockets = new StalledReaders(scene.address(), stalled, count)) {
                Histogram beside = load.run(time);
                report(alone, beside, sockets.dropped(), report);
            }
        }
    }

    private void report(Histogram alone, Histogram beside, int dropped, Report report) {
        String title = String.format("%,d who do not read: ", count);
        report.figure("one who reads, alone: p50 ms", "p50MillisWithoutStalled", millis(alone, 50), 2, "");
        report.figure("one who reads, alone: p99 ms", "p99MillisWithoutStalled", millis(alone, 99), 2, "");
        report.figure("beside " + title + "p50 ms", "p50MillisWithStalled", millis(beside, 50), 2, "");
        report.figure("beside " + title + "p99 ms", "p99MillisWithStalled", millis(beside, 99), 2, "");
        report.figure(title + "dropped", "dropped", dropped, 0, "all");
    }

    private static double millis(Histogram took, double percent) {
        return took.getValueAtPercentile(percent) / NANOS_PER_MILLI;
    }
}
