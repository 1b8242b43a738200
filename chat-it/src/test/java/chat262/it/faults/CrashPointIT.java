package chat262.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.agent.CrashPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.HOURS) // a workload that stands still ends by itself
class CrashPointIT {
    @TempDir
    Path folder;

    @Test
    void thePromiseIsKeptByWhoeverDiesBetweenWhicheverTwoSteps() throws IOException {
        long seed = Long.getLong("chat.it.seed", ThreadLocalRandom.current().nextInt(1_000_000));
        System.out.printf("crash points with seed %d%n", seed);

        FaultReport report = CrashRun.of(seed, folder, System.out::println);

        System.out.println(report);
        Files.writeString(Path.of("target", "crash-report.txt"), report.toString());
        assertThat(report.violations()).as("with seed %d", seed).isEmpty();
        for (CrashPoint point : CrashPoint.values()) {
            assertThat(report.done()).containsEntry("crash of the " + point.who() + ": " + point.sentence(), 1);
        }
    }
}
