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

/** Rooms whose members sit on all nodes; a few of them send, and each message goes to all of its room. */
final class SpreadRooms {
    private static final String TEXT = Template.text(100);

    /** So many members of each room send. */
    private static final int SENDERS = 4;

    private final Cluster cluster;
    private final int rooms;
    private final int size;

    SpreadRooms(Cluster cluster, Options options) {
        this.cluster = cluster;
        this.rooms = options.number("--rooms");
        this.size = Math.max(2, options.number("--members"));
    }

    void measure(Measurement measurement) throws IOException, InterruptedException, SQLException {
        List<Person> all = new ArrayList<>();
        Map<Person, Template> frames = new HashMap<>();
        for (int i = 0; i < rooms; i++) {
            List<Person> people = cluster.people("room" + i, size);
            String name = "room " + i + " of " + cluster.size();
            long room = people.get(0).group(name, people.subList(1, size).toArray(Person[]::new));
            people.stream().limit(SENDERS).forEach(person -> frames.put(person, Template.sendFrame(room, TEXT)));
            all.addAll(people);
        }
        try (Members members = new Members(all, List.of())) {
            Lines lines = members.lines(frames);
            measurement.warmUp("rooms", time -> members.send(lines, size, time));
            String title = rooms + " rooms of " + size;
            measurement.cost(title, "rooms", time -> members.send(lines, size, time), size);
        }
    }
}
