package chat262.it.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Lines at a rate that slow answers do not change. */
public final class OpenLoop {
    /** Of a time in nanoseconds. */
    static final int DIGITS = 3;

    static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    static final long MILLIS_BETWEEN_LOOKS = 100;

    private final Lines lines;
    private final BlockingQueue<Line> free = new LinkedBlockingQueue<>();

    private OpenLoop(Lines lines) {
        this.lines = lines;
    }

    /**
     * Uses lines in turn, each time when it is due; if no line is free then, as soon as one is. Waits until nothing is under way.
     *
     * @return how many nanoseconds each one took from when it was due
     */
    public static Histogram run(Lines lines, int perSecond, Duration time) throws IOException, InterruptedException {
        return new OpenLoop(lines).run(perSecond, time);
    }

    private Histogram run(int perSecond, Duration time) throws IOException, InterruptedException {
        Recorder took = new Recorder(DIGITS);
        for (Line line : lines.all()) {
            line.onDone((same, due) -> {
                took.recordValue(System.nanoTime() - due);
                free.add(same);
            });
            free.add(line);
        }
        long start = System.nanoTime();
        long all = perSecond * time.toSeconds();
        for (long i = 0; i < all; i++) {
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            takeFree().send(due);
        }
        List<Line> back = new ArrayList<>();
        while (back.size() < lines.all().size()) {
            back.add(takeFree());
        }
        return took.getIntervalHistogram();
    }

    /** A line on which nothing is under way, as soon as there is one. */
    private Line takeFree() throws IOException, InterruptedException {
        for (long waited = 0; waited < ANSWER_TIMEOUT.toMillis(); waited += MILLIS_BETWEEN_LOOKS) {
            lines.check().check();
            Line line = free.poll(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            if (line != null) {
                return line;
            }
        }
        throw new IOException("no answer for " + ANSWER_TIMEOUT.toSeconds() + " s");
    }
}
