package chat262.it.bench.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of load before it counts: for some time, and then until the server's compiler rests. Where the server and the load
 * share two cores that takes minutes, and until then the compiler takes up to a third of what is measured.
 */
public final class WarmUp {
    private static final Duration TURN = Duration.ofSeconds(10);

    /** The compiler rests when it takes less than this share of the server's CPU time. */
    private static final double RESTING = 0.03;

    /** Some code is compiled again and again; no warm-up waits for ever. */
    private static final int MAX_RATIO = 4;

    private final List<Long> pids;
    private final Duration least;

    /** For servers, by their process ids, and for at least some time. */
    public WarmUp(Duration least, Long... pids) {
        this.least = least;
        this.pids = List.of(pids);
    }

    /** Runs a load, and says on standard error how far it is. */
    public void run(String what, Load load) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Duration turn = least.compareTo(TURN) < 0 ? least : TURN;
        Duration took = Duration.ZERO;
        double share = 1;
        while (took.compareTo(least) < 0 || share > RESTING && took.compareTo(least.multipliedBy(MAX_RATIO)) < 0) {
            double all = millis(CpuTime::of);
            double compiler = millis(CpuTime::ofCompiler);
            load.run(turn);
            share = (millis(CpuTime::ofCompiler) - compiler) / (millis(CpuTime::of) - all);
            took = Duration.ofNanos(System.nanoTime() - begin);
            System.err.printf(
                    "%s, warming up for %d s; the compiler takes %.0f %% of the server's CPU%n",
                    what, took.toSeconds(), 100 * share);
        }
    }

    private double millis(Function<Long, Duration> time) {
        return pids.stream().map(time).mapToLong(Duration::toMillis).sum();
    }
}
