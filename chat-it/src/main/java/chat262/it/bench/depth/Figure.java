package chat262.it.bench.depth;

import chat262.it.bench.measure.Alternation;
import chat262.it.bench.measure.Report;
import chat262.it.bench.measure.Series;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** One call, on the server with few data and on the one with many. */
final class Figure {
    /** Answers of the same content differ by the digits of ids and times. */
    private static final double SAME_SIZE = 1.1;

    private static final String TARGET = "≤ 1.2";

    private final String title;
    private final String name;
    private final FilledServer fewServer;
    private final FilledServer manyServer;
    private final Repetition few;
    private final Repetition many;

    /**
     * A figure.
     *
     * @param title what the table says
     * @param name what the JSON says
     * @param step the call, on one of the sides
     */
    Figure(
            String title,
            String name,
            FilledServer fewServer,
            FilledServer manyServer,
            Function<FilledServer, Step> step) {
        this.title = title;
        this.name = name;
        this.fewServer = fewServer;
        this.manyServer = manyServer;
        this.few = new Repetition(step.apply(fewServer));
        this.many = new Repetition(step.apply(manyServer));
    }

    /** Runs before it counts, half of the time on each server. */
    Histogram warmUp(Duration time) throws IOException {
        few.run(time.dividedBy(2));
        return many.run(time.dividedBy(2));
    }

    /** Measures, and adds what was found to a report. */
    void measure(Alternation alternation, Report report) throws IOException, InterruptedException {
        Series fewSeries = alternation.add(title + ", a hundredth", fewServer.pid(), few);
        Series manySeries = alternation.add(title + ", all", manyServer.pid(), many);
        alternation.run();
        double wall = manySeries.millisWithin(50) / fewSeries.millisWithin(50);
        double cpu = manySeries.cpuSecondsPerThousand() / fewSeries.cpuSecondsPerThousand();
        double answer = (double) many.answerBytes() / few.answerBytes();
        report.row(
                title,
                Report.cell(fewSeries.millisWithin(50), 2),
                Report.cell(manySeries.millisWithin(50), 2),
                Report.cell(wall, 2),
                Report.cell(fewSeries.cpuSecondsPerThousand(), 2),
                Report.cell(manySeries.cpuSecondsPerThousand(), 2),
                Report.cell(cpu, 2),
                Report.cell(answer, 1),
                answer < SAME_SIZE ? TARGET : "≤ answer");
        report.value(name + "P50Ratio", wall, 2);
        report.value(name + "CpuRatio", cpu, 2);
        report.value(name + "AnswerRatio", answer, 2);
    }
}
