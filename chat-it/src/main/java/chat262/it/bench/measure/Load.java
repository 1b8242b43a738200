package chat262.it.bench.measure;

import java.io.IOException;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Something that clients do for some time. */
@FunctionalInterface
public interface Load {
    /** Runs for some time and until all of it is done; returns how many nanoseconds each one took. */
    Histogram run(Duration time) throws IOException, InterruptedException;
}
