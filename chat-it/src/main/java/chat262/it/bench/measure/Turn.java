package chat262.it.bench.measure;

import java.io.IOException;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * A load that ran once.
 *
 * @param took how many nanoseconds each one took
 * @param time from the first to the last
 * @param cpu the server's CPU time meanwhile
 */
record Turn(Histogram took, Duration time, Duration cpu) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Runs a load on a server with this process id. */
    static Turn of(long pid, Load load, Duration atLeast) throws IOException, InterruptedException {
        Duration cpu = CpuTime.of(pid);
        long begin = System.nanoTime();
        Histogram took = load.run(atLeast);
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        return new Turn(took, time, CpuTime.of(pid).minus(cpu));
    }

    double perSecond() {
        return took.getTotalCount() / (time.toNanos() / NANOS_PER_SECOND);
    }

    double cpuSecondsPerThousand() {
        return cpu.toNanos() / NANOS_PER_SECOND / took.getTotalCount() * 1000;
    }

    double millisWithin(double percent) {
        return took.getValueAtPercentile(percent) / NANOS_PER_MILLI;
    }
}
