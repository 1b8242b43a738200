package chat262.it.bench.depth;

import chat262.it.bench.measure.Load;
import java.io.IOException;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** A step that is done again and again. */
final class Repetition implements Load {
    private static final int DIGITS = 3;

    private final Step step;
    private int answerBytes;

    Repetition(Step step) {
        this.step = step;
    }

    @Override
    public Histogram run(Duration time) throws IOException {
        Histogram took = new Histogram(DIGITS);
        long end = System.nanoTime() + time.toNanos();
        long begin = System.nanoTime();
        while (begin < end || took.getTotalCount() == 0) {
            answerBytes = step.run();
            long now = System.nanoTime();
            took.recordValue(now - begin);
            begin = now;
        }
        return took;
    }

    /** The size of the last answer. */
    int answerBytes() {
        return answerBytes;
    }
}
