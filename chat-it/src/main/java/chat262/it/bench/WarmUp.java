package chat262.it.bench;

import java.io.IOException;
import java.time.Duration;

/**
 * A kind of load before it counts: for some time, and then until the server's compiler rests. Where the server and the load
 * share two cores that takes minutes, and until then the compiler takes up to a third of what is measured.
 */
final class WarmUp {
    private static final Duration TURN = Duration.ofSeconds(10);

    /** The compiler rests when it takes less than this share of the server's CPU time. */
    private static final double RESTING = 0.03;

    /** Some code is compiled again and again; no warm-up waits for ever. */
    private static final int MAX_RATIO = 4;

    private final long pid;
    private final Duration least;

    /** For a server, by its process id, and for at least some time. */
    WarmUp(long pid, Duration least) {
        this.pid = pid;
        this.least = least;
    }

    /** Some load. */
    interface Load {
        /** Runs for some time. */
        void run(Duration time) throws IOException, InterruptedException;
    }

    /** Runs a load, and says on standard error how far it is. */
    void run(String what, Load load) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Duration took = Duration.ZERO;
        double share = 1;
        while (took.compareTo(least) < 0 || share > RESTING && took.compareTo(least.multipliedBy(MAX_RATIO)) < 0) {
            Duration all = CpuTime.of(pid);
            Duration compiler = CpuTime.ofCompiler(pid);
            load.run(TURN);
            share = (double) CpuTime.ofCompiler(pid).minus(compiler).toMillis()
                    / CpuTime.of(pid).minus(all).toMillis();
            took = Duration.ofNanos(System.nanoTime() - begin);
            System.err.printf(
                    "%s, warming up for %d s; the compiler takes %.0f %% of the server's CPU%n",
                    what, took.toSeconds(), 100 * share);
        }
    }
}
