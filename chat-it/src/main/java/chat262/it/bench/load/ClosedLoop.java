package chat262.it.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Lines that each begin the next one as soon as the last is done: as much as the server can do for so many clients. */
public final class ClosedLoop {
    private ClosedLoop() {}

    /** Keeps lines busy for some time, and waits until nothing is under way; returns how many nanoseconds each one took. */
    public static Histogram run(Lines lines, Duration time) throws IOException, InterruptedException {
        Recorder took = new Recorder(OpenLoop.DIGITS);
        CountDownLatch underWay = new CountDownLatch(lines.all().size());
        long end = System.nanoTime() + time.toNanos();
        for (Line line : lines.all()) {
            line.onDone((same, due) -> {
                long now = System.nanoTime();
                took.recordValue(now - due);
                if (now < end) {
                    same.send(now);
                } else {
                    underWay.countDown();
                }
            });
            line.send(System.nanoTime());
        }
        long deadline = end + OpenLoop.ANSWER_TIMEOUT.toNanos();
        while (!underWay.await(OpenLoop.MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
            lines.check().check();
            if (System.nanoTime() > deadline) {
                throw new IOException("no answer for " + OpenLoop.ANSWER_TIMEOUT.toSeconds() + " s");
            }
        }
        return took.getIntervalHistogram();
    }
}
