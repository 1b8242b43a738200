package chat262.it.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What {@link LiveBench} found, and how it is told: beside the targets, and what others needed for the same work. */
final class LiveFigures {
    private static final String LINE = "%-52s %12s %12s %12s %12s%n";

    Deliveries oneRoom;
    Deliveries pairs;
    Latencies atRate;
    Latencies emptyAtRate;
    double idleBytes;
    double idleCpu;
    Latencies withoutStalled;
    Latencies withStalled;
    int dropped;

    /** Messages that arrived, within a time, for some CPU time of the server. */
    record Deliveries(long count, Duration time, Duration cpu) {
        double perSecond() {
            return count / (time.toNanos() / 1e9);
        }

        double cpuPerThousand() {
            return cpu.toNanos() / 1e9 / count * 1000;
        }
    }

    void print(Map<String, Integer> options, PrintStream out) {
        String room = "one room, " + options.get("--members") + " members: ";
        String talk = options.get("--pairs") + " pairs: ";
        String idle = options.get("--idle") + " idle members: ";
        String stalled = options.get("--stalled") + " who do not read: ";
        out.printf(LINE, "", "here", "target", "ejabberd", "the original");
        row(
                out,
                room + "server CPU s per 1,000 deliveries",
                "%.4f",
                oneRoom.cpuPerThousand(),
                "≤ 0.035",
                "0.039",
                "3.2");
        row(out, room + "deliveries/s", "%.0f", oneRoom.perSecond(), "≥ 35,000", "33,600", "300");
        row(out, talk + "messages/s, each acknowledged", "%.0f", pairs.perSecond(), "≥ 10,000", "4,700", "370");
        row(out, talk + "server CPU s per 1,000", "%.3f", pairs.cpuPerThousand(), "≤ 0.20", "0.36", "2.2");
        row(out, "send to shown at 1,000/s: p50 ms", "%.2f", atRate.millisWithin(0.50), "≤ 1", "0.7", "can't");
        row(out, "send to shown at 1,000/s: p99 ms", "%.2f", atRate.millisWithin(0.99), "≤ 5", "1.3", "can't");
        row(out, "an empty POST at 1,000/s: p50 ms", "%.2f", emptyAtRate.millisWithin(0.50), "", "", "");
        row(out, "an empty POST at 1,000/s: p99 ms", "%.2f", emptyAtRate.millisWithin(0.99), "", "", "");
        row(out, idle + "KiB of heap each", "%.1f", idleBytes / 1024, "≤ 30", "75", "polls");
        row(out, idle + "server CPU %", "%.2f", 100 * idleCpu, "≤ 0.3", "0.1", "500");
        row(out, stalled + "p50 ms of one who does", "%.2f", withStalled.millisWithin(0.50), without(0.50), "", "");
        row(out, stalled + "p99 ms of one who does", "%.2f", withStalled.millisWithin(0.99), without(0.99), "", "");
        row(out, stalled + "dropped", "%.0f", dropped, "all", "", "");
        out.printf(
                Locale.ROOT,
                "{\"bench\":\"live\",\"members\":%d,\"serverCpuSecondsPer1000Deliveries\":%.4f,\"deliveriesPerSecond\":%.0f,"
                        + "\"pairs\":%d,\"messagesPerSecond\":%.0f,\"serverCpuSecondsPer1000Messages\":%.3f,"
                        + "\"sendToShownP50Millis\":%.2f,\"sendToShownP99Millis\":%.2f,"
                        + "\"emptyPostP50Millis\":%.2f,\"emptyPostP99Millis\":%.2f,\"idle\":%d,\"heapKibPerIdleMember\":%.1f,"
                        + "\"idleCpuPercent\":%.2f,\"stalled\":%d,\"dropped\":%d,\"p50MillisWithStalled\":%.2f,\"p99MillisWithStalled\":%.2f,"
                        + "\"p50MillisWithoutStalled\":%.2f,\"p99MillisWithoutStalled\":%.2f}%n",
                options.get("--members"),
                oneRoom.cpuPerThousand(),
                oneRoom.perSecond(),
                options.get("--pairs"),
                pairs.perSecond(),
                pairs.cpuPerThousand(),
                atRate.millisWithin(0.50),
                atRate.millisWithin(0.99),
                emptyAtRate.millisWithin(0.50),
                emptyAtRate.millisWithin(0.99),
                options.get("--idle"),
                idleBytes / 1024,
                100 * idleCpu,
                options.get("--stalled"),
                dropped,
                withStalled.millisWithin(0.50),
                withStalled.millisWithin(0.99),
                withoutStalled.millisWithin(0.50),
                withoutStalled.millisWithin(0.99));
    }

    private String without(double share) {
        return String.format(Locale.ROOT, "%.2f alone", withoutStalled.millisWithin(share));
    }

    private static void row(
            PrintStream out, String what, String format, double here, String target, String ejabberd, String original) {
        out.printf(LINE, what, String.format(Locale.ROOT, format, here), target, ejabberd, original);
    }
}
