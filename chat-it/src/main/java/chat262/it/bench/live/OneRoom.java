package chat262.it.bench.live;

import static chat262.it.bench.live.Scene.TEXT;

import chat262.it.bench.load.Lines;
import chat262.it.bench.load.Members;
import chat262.it.bench.load.Template;
import chat262.it.bench.measure.Alternation;
import chat262.it.bench.measure.Load;
import chat262.it.bench.measure.Report;
import chat262.it.bench.measure.Series;
import chat262.it.client.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All in one room, of whom a few send: each message goes to all. */
final class OneRoom {
    /** So many members send, so many messages are under way at most. */
    private static final int SENDERS = 8;

    private final Scene scene;
    private final int size;

    OneRoom(Scene scene) {
        this.scene = scene;
        this.size = Math.max(2, scene.options().number("--members"));
    }

    void measure(Report report) throws IOException, InterruptedException {
        List<Person> people = scene.people("room", size);
        long room = people.get(0).group("bench", people.subList(1, size).toArray(Person[]::new));
        Map<Person, Template> frames = people.stream()
                .limit(SENDERS)
                .collect(Collectors.toMap(person -> person, person -> Template.sendFrame(room, TEXT)));
        try (Members members = new Members(people, List.of())) {
            Lines lines = members.lines(frames);
            Load load = time -> members.send(lines, size, time);
            scene.warmUp("one room", load);
            Alternation alternation = scene.alternation();
            Series sent = alternation.add("one room", scene.pid(), load);
            alternation.run();
            report(sent, report);
        }
    }

    private void report(Series sent, Report report) {
        String title = "one room, " + size + " members: ";
        double cpu = sent.cpuSecondsPerThousand() / size;
        report.figure(title + "server CPU s per 1,000 deliveries", "serverCpuSecondsPer1000Deliveries", cpu, 4, "");
        report.figure(title + "deliveries/s", "deliveriesPerSecond", sent.perSecond() * size, 0, "");
    }
}
