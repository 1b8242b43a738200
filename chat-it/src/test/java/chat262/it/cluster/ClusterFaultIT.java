package chat262.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.faults.FaultPlan;
import chat262.it.faults.FaultReport;
import chat262.it.faults.FaultRun;
import chat262.it.faults.NodeFault;
import chat262.it.proxy.Nginx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short fault run on three nodes, with each fault once, three at a time; {@code ./chat fault --nodes 3} is the long
 * one. It stands in this package because it then runs beside the checks of calls: beside the other fault run, two cores are too few.
 * A seed can be given with {@code -Dchat.it.seed=N}.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS) // a workload that stands still ends by itself
@TouchesStorage
@EnabledIfSystemProperty(named = "chat.it.db", matches = "postgresql")
class ClusterFaultIT {
    private static final int NODES = 3;

    /** Each with two other faults; further ones would come alone. */
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    @Test
    void nothingIsLostDoubledOrReorderedWhateverHappensToNodes() throws IOException {
        Assumptions.assumeTrue(Nginx.isInstalled(), "no nginx is installed, so nodes are not checked behind one");
        long seed = Long.getLong("chat.it.seed", ThreadLocalRandom.current().nextInt(1_000_000));
        System.out.printf("fault run on %d nodes with seed %d%n", NODES, seed);

        FaultReport report = FaultRun.onNodes(NODES, FaultPlan.of(seed, KILLS, 0), folder, System.out::println);

        Files.writeString(Path.of("target", "fault-report-nodes.txt"), report.toString());
        assertThat(report.violations()).as("with seed %d", seed).isEmpty();
        assertThat(report.done()).containsEntry("kills of nodes", KILLS);
        assertThat(howOften(report, NodeFault.CUT_OFF, NodeFault.CUT_OFF_SILENTLY, NodeFault.HINTS_CUT))
                .allSatisfy(many -> assertThat(many).isPositive());
        assertThat(howOften(report, NodeFault.DATABASE_KILLED))
                .singleElement()
                .satisfies(many -> assertThat(many).isPositive());
        assertThat(howOften(report, NodeFault.SUSPENDED, NodeFault.SUSPENDED_IN_COMMIT))
                .anySatisfy(many -> assertThat(many).isPositive());
        assertThat(report.checked().get("accepted messages that are in the log"))
                .isGreaterThan(KILLS * 20);
    }

    private static List<Integer> howOften(FaultReport report, NodeFault... faults) {
        return Arrays.stream(faults)
                .map(fault -> report.done().get(fault.sentence()))
                .toList();
    }
}
