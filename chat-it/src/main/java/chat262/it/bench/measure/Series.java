package chat262.it.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The turns of one load, and their medians. */
public final class Series {
    private final List<Turn> turns = new ArrayList<>();

    Series() {}

    void add(Turn turn) {
        turns.add(turn);
    }

    public double perSecond() {
        return median(Turn::perSecond);
    }

    public double cpuSecondsPerThousand() {
        return median(Turn::cpuSecondsPerThousand);
    }

    /** The milliseconds that a percentage of them took at most. */
    public double millisWithin(double percent) {
        return median(turn -> turn.millisWithin(percent));
    }

    private double median(ToDoubleFunction<Turn> figure) {
        return Median.of(turns.stream().mapToDouble(figure));
    }

    /** The last turn, for those who don't want to wait for the table. */
    @Override
    public String toString() {
        Turn last = turns.get(turns.size() - 1);
        return String.format(
                Locale.ROOT,
                "%,.0f/s, %.4f CPU s of the server per 1,000, p50 %.2f ms, p99 %.2f ms",
                last.perSecond(),
                last.cpuSecondsPerThousand(),
                last.millisWithin(50),
                last.millisWithin(99));
    }
}
