package chat262.it.bench.cluster;

import chat262.it.bench.Options;
import chat262.it.bench.load.Lines;
import chat262.it.bench.load.Members;
import chat262.it.bench.load.Template;
import chat262.it.client.Person;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People who each talk to one other, who is at another node: as much as the machine can do, and at a rate. */
final class SpreadPairs {
    private static final String TEXT = Template.text(100);

    private final Cluster cluster;
    private final Options options;
    private final int pairs;

    SpreadPairs(Cluster cluster, Options options) {
        this.cluster = cluster;
        this.options = options;
        this.pairs = options.number("--pairs");
    }

    void measure(Measurement measurement) throws IOException, InterruptedException, SQLException {
        // One more, who is left out where senders and readers would else begin at the same node.
        List<Person> people = cluster.people("pair", 2 * pairs + 1);
        int firstReader = pairs + (pairs % cluster.size() == 0 ? 1 : 0);
        Map<Person, Template> frames = new HashMap<>();
        List<Person> readers = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            Person sender = people.get(i);
            Person reader = people.get(firstReader + i);
            frames.put(sender, Template.sendFrame(sender.direct(reader), TEXT));
            readers.add(reader);
        }
        try (Members members = new Members(readers, List.copyOf(frames.keySet()))) {
            measure(members, members.lines(frames), measurement);
        }
    }

    private void measure(Members members, Lines lines, Measurement measurement)
            throws IOException, InterruptedException, SQLException {
        measurement.warmUp("pairs", time -> members.send(lines, 1, time));
        if (options.has("pairs")) {
            measurement.cost(pairs + " pairs", "pairs", time -> members.send(lines, 1, time), 1);
        }
        if (options.has("rate")) {
            int rate = options.number("--rate");
            measurement.latency(
                    pairs + " pairs at " + rate + "/s", "rate", time -> members.sendAtRate(lines, rate, time));
        }
    }
}
