package chat262.it.bench.cluster;

import chat262.it.bench.measure.Load;
import chat262.it.bench.measure.Median;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** What the messages of a load have cost: medians of its turns. */
final class Cost {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Turn> turns = new ArrayList<>();

    private record Turn(Histogram took, Duration time, Cpu cpu) {
        double perSecond() {
            return took.getTotalCount() / (time.toNanos() / NANOS_PER_SECOND);
        }

        double nodeMillisPerMessage() {
            return cpu.nodeMillis() / took.getTotalCount();
        }

        double postgresMillisPerMessage() {
            return cpu.postgresMillis() / took.getTotalCount();
        }
    }

    private Cost() {}

    /** Runs a load in turns, and says on standard error what each has found. */
    static Cost of(String what, Cluster cluster, Load load, int turns, Duration time)
            throws IOException, InterruptedException {
        Cost cost = new Cost();
        for (int i = 1; i <= turns; i++) {
            Cpu before = cluster.cpu();
            long begin = System.nanoTime();
            Histogram took = load.run(time);
            Duration all = Duration.ofNanos(System.nanoTime() - begin);
            Turn turn = new Turn(took, all, cluster.cpu().minus(before));
            cost.turns.add(turn);
            System.err.printf(
                    "turn %d of %d, %s, nodes %d: %,.0f/s, %.3f CPU ms of nodes and %.3f of PostgreSQL per message%n",
                    i,
                    turns,
                    what,
                    cluster.size(),
                    turn.perSecond(),
                    turn.nodeMillisPerMessage(),
                    turn.postgresMillisPerMessage());
        }
        return cost;
    }

    double perSecond() {
        return median(Turn::perSecond);
    }

    double nodeMillisPerMessage() {
        return median(Turn::nodeMillisPerMessage);
    }

    double postgresMillisPerMessage() {
        return median(Turn::postgresMillisPerMessage);
    }

    double millisWithin(double percent) {
        return median(turn -> turn.took.getValueAtPercentile(percent) / NANOS_PER_MILLI);
    }

    private double median(ToDoubleFunction<Turn> figure) {
        return Median.of(turns.stream().mapToDouble(figure));
    }
}
