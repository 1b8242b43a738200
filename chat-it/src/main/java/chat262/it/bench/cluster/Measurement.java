package chat262.it.bench.cluster;

import chat262.it.bench.Options;
import chat262.it.bench.measure.Load;
import chat262.it.bench.measure.WarmUp;
import java.io.IOException;
import java.sql.SQLException;

/** Measures loads at one number of nodes, and reports what was found. */
final class Measurement {
    private static final double MICROS_PER_MILLI = 1000;

    private final Cluster cluster;
    private final Options options;
    private final ClusterReport report;

    Measurement(Cluster cluster, Options options, ClusterReport report) {
        this.cluster = cluster;
        this.options = options;
        this.report = report;
    }

    void warmUp(String what, Load load) throws IOException, InterruptedException {
        new WarmUp(options.seconds("--warm-up"), cluster.pids()).run(what, load);
    }

    /**
     * What messages cost, and what they make PostgreSQL do.
     *
     * @param name the first word of the figures' names
     * @param readers how many get each message
     */
    void cost(String title, String name, Load load, int readers)
            throws IOException, InterruptedException, SQLException {
        Cost cost = cost(title, load);
        double nodes = cost.nodeMillisPerMessage();
        double postgres = cost.postgresMillisPerMessage();
        figure(title + ": messages/s", name + "MessagesPerSecond", cost.perSecond(), 0);
        figure(title + ": CPU ms per message, nodes", name + "NodeCpuMillisPerMessage", nodes, 3);
        figure(title + ": CPU ms per message, PostgreSQL", name + "PostgresCpuMillisPerMessage", postgres, 3);
        if (readers > 1) {
            figure(
                    title + ": CPU µs per delivery, nodes",
                    name + "NodeCpuMicrosPerDelivery",
                    nodes * MICROS_PER_MILLI / readers,
                    1);
            figure(
                    title + ": CPU µs per delivery, PostgreSQL",
                    name + "PostgresCpuMicrosPerDelivery",
                    postgres * MICROS_PER_MILLI / readers,
                    1);
        }
        count(title, name, load);
    }

    /** How long messages take from when they are due until they are shown. */
    void latency(String title, String name, Load load) throws IOException, InterruptedException, SQLException {
        Cost cost = cost(title, load);
        figure(title + ": CPU ms per message, nodes", name + "NodeCpuMillisPerMessage", cost.nodeMillisPerMessage(), 3);
        figure(
                title + ": CPU ms per message, PostgreSQL",
                name + "PostgresCpuMillisPerMessage",
                cost.postgresMillisPerMessage(),
                3);
        figure(title + ": send to shown, p50 ms", name + "P50Millis", cost.millisWithin(50), 1);
        figure(title + ": send to shown, p99 ms", name + "P99Millis", cost.millisWithin(99), 1);
        count(title, name, load);
    }

    private Cost cost(String title, Load load) throws IOException, InterruptedException {
        return Cost.of(title, cluster, load, options.number("--turns"), options.seconds("--seconds"));
    }

    private void count(String title, String name, Load load) throws IOException, InterruptedException, SQLException {
        try (DatabaseWork work = DatabaseWork.begin(cluster)) {
            load.run(options.seconds("--seconds"));
            DatabaseWork.Counts counts = work.end();
            figure(title + ": messages per batch", name + "MessagesPerBatch", counts.messagesPerBatch(), 2);
            figure(title + ": commits per message", name + "CommitsPerMessage", counts.commitsPerMessage(), 2);
            figure(title + ": hints per batch", name + "HintsPerBatch", counts.hintsPerBatch(), 2);
            figure(title + ": bytes per hint", name + "BytesPerHint", counts.bytesPerHint(), 0);
            figure(title + ": bytes of WAL per message", name + "WalBytesPerMessage", counts.walBytesPerMessage(), 0);
            figure(
                    title + ": bytes on disk per message",
                    name + "DiskBytesPerMessage",
                    counts.diskBytesPerMessage(),
                    0);
        }
    }

    private void figure(String title, String name, double value, int decimals) {
        report.figure(cluster.size(), title, name, value, decimals);
    }
}
