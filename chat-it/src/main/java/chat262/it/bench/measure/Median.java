package chat262.it.bench.measure;

import java.util.stream.DoubleStream;

/** The middle of some figures. */
public final class Median {
    private Median() {}

    /** The one in the middle; of the two there, the higher. */
    public static double of(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
