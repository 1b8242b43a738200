package chat262.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.faults.client.Way;
import chat262.it.faults.client.Ways;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short fault run; {@code ./chat fault} is the long one. A seed can be given with {@code -Dchat.it.seed=N}. */
@Timeout(value = 2, unit = TimeUnit.HOURS) // a workload that stands still ends by itself
@TouchesStorage
class FaultIT {
    private static final int SERVER_KILLS = Integer.getInteger("chat.it.kills", 5);
    private static final int CLIENT_KILLS = 2 * SERVER_KILLS;
    private static final int CUTS = 4 * SERVER_KILLS;

    @TempDir
    Path folder;

    @Test
    void nothingIsLostDoubledOrReorderedWhateverDies() throws IOException {
        long seed = Long.getLong("chat.it.seed", ThreadLocalRandom.current().nextInt(1_000_000));
        String database = System.getProperty("chat.it.db", "derby");
        int databaseKills = database.equals("derby") ? 0 : SERVER_KILLS;
        System.out.printf("fault run on %s with seed %d%n", database, seed);
        FaultPlan plan = new FaultPlan(seed, SERVER_KILLS, databaseKills, CLIENT_KILLS, CUTS);

        FaultReport report = FaultRun.of(plan, folder, System.out::println);

        Files.writeString(Path.of("target", "fault-report-" + database + ".txt"), report.toString());
        assertThat(report.violations()).as("with seed %d", seed).isEmpty();
        assertThat(report.done())
                .containsEntry("kills of the server", SERVER_KILLS)
                .hasEntrySatisfying("kills of senders", many -> assertThat(many).isPositive())
                .hasEntrySatisfying(
                        "kills of receivers", many -> assertThat(many).isPositive());
        assertThat(report.done())
                .hasEntrySatisfying(
                        Way.PUSHED.sentence(), many -> assertThat(many).isPositive())
                .hasEntrySatisfying(
                        Way.CREATED.sentence(), many -> assertThat(many).isPositive())
                .hasEntrySatisfying(Ways.SWITCHES, many -> assertThat(many).isPositive());
        assertThat(report.checked().get("accepted messages that are in the log"))
                .isGreaterThan(SERVER_KILLS * 20);
    }
}
