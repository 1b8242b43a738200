package chat262.it.bench.cluster;

import chat262.it.bench.Options;
import chat262.it.bench.load.Members;
import chat262.it.client.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Members who are connected to all nodes and do nothing, against the same nodes without them. */
final class SpreadIdle {
    private static final int ROOM_SIZE = 10;
    private static final double MICROS_PER_MILLI = 1000;
    private static final double PERCENT = 100;

    private final Cluster cluster;
    private final int count;
    private final int roomsEach;

    /** Until the nodes have finished the work of before; and the time that counts after that. */
    private final Duration settle;

    SpreadIdle(Cluster cluster, Options options) {
        this.cluster = cluster;
        this.count = options.number("--idle") / ROOM_SIZE * ROOM_SIZE;
        this.roomsEach = options.number("--idle-rooms");
        this.settle = options.seconds("--settle");
    }

    void measure(ClusterReport report) throws IOException, InterruptedException {
        List<Person> people = cluster.people("idle", count);
        for (int i = 0; i < roomsEach; i++) {
            for (int first = 0; first < count; first += ROOM_SIZE) {
                group(people, first, i);
            }
        }
        Cpu alone = settled("no members");
        Cpu before = cluster.cpu();
        try (Members members = new Members(List.of(), people)) {
            Cpu connecting = cluster.cpu().minus(before);
            Cpu connected = settled(count + " idle members");
            members.check();
            report(report, connecting, alone, connected);
        }
    }

    /** Neighbours the first time, then people further and further from each other, as a member's rooms don't have the same members. */
    private void group(List<Person> people, int first, int round) {
        Person[] others = new Person[ROOM_SIZE - 1];
        for (int i = 1; i < ROOM_SIZE; i++) {
            others[i - 1] = people.get((first + i + i * round * ROOM_SIZE) % count);
        }
        people.get(first).group("idle " + cluster.size() + " " + round + " " + first, others);
    }

    private Cpu settled(String what) throws InterruptedException {
        System.err.printf("%s: %d s to settle, %d s that count%n", what, settle.toSeconds(), settle.toSeconds());
        Thread.sleep(settle.toMillis());
        Cpu before = cluster.cpu();
        Thread.sleep(settle.toMillis());
        return cluster.cpu().minus(before);
    }

    private void report(ClusterReport report, Cpu connecting, Cpu alone, Cpu connected) {
        Rows rows = new Rows(report, cluster.size());
        rows.add("a member connects: CPU ms, nodes", "connectNodeCpuMillis", connecting.nodeMillis() / count, 2);
        rows.add(
                "a member connects: CPU ms, PostgreSQL",
                "connectPostgresCpuMillis",
                connecting.postgresMillis() / count,
                2);
        rows.add("no members: % of a core, nodes", "emptyNodeCpuPercent", percent(alone.nodeMillis()), 2);
        rows.add("no members: % of a core, PostgreSQL", "emptyPostgresCpuPercent", percent(alone.postgresMillis()), 2);
        Cpu more = connected.minus(alone);
        String title = String.format("%,d idle members in %d rooms each: CPU µs/s each, ", count, roomsEach);
        rows.add(title + "nodes", "idleNodeCpuMicrosPerSecond", each(more.nodeMillis()), 1);
        rows.add(title + "PostgreSQL", "idlePostgresCpuMicrosPerSecond", each(more.postgresMillis()), 1);
    }

    private double percent(double millis) {
        return PERCENT * millis / settle.toMillis();
    }

    private double each(double millis) {
        return millis * MICROS_PER_MILLI / settle.toSeconds() / count;
    }

    private record Rows(ClusterReport report, int nodes) {
        void add(String title, String name, double value, int decimals) {
            report.figure(nodes, title, name, value, decimals);
        }
    }
}
