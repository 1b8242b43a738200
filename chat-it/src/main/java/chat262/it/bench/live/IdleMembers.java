package chat262.it.bench.live;

import chat262.it.bench.load.Members;
import chat262.it.bench.measure.CpuTime;
import chat262.it.bench.measure.Report;
import chat262.it.bench.measure.ServerMemory;
import chat262.it.client.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** People who are connected and do nothing. */
final class IdleMembers {
    private static final double BYTES_PER_KIB = 1024;

    private final Scene scene;
    private final int count;

    /** Until the server has finished the work of before, its compiler last; and the time that counts after that. */
    private final Duration settle;

    IdleMembers(Scene scene) {
        this.scene = scene;
        this.count = scene.options().number("--idle");
        this.settle = scene.options().seconds("--settle");
    }

    void measure(Report report) throws IOException, InterruptedException {
        List<Person> people = scene.people("idle", count);
        long before = ServerMemory.of(scene.pid());
        try (Members members = new Members(List.of(), people)) {
            System.err.printf("idle: %d s to settle, %d s that count%n", settle.toSeconds(), settle.toSeconds());
            Thread.sleep(settle.toMillis());
            Duration cpu = CpuTime.of(scene.pid());
            Thread.sleep(settle.toMillis());
            double share = (double) CpuTime.of(scene.pid()).minus(cpu).toMillis() / settle.toMillis();
            double bytes = (double) (ServerMemory.of(scene.pid()) - before) / count;
            members.check();
            String title = String.format("%,d idle members: ", count);
            report.figure(title + "KiB of heap each", "heapKibPerIdleMember", bytes / BYTES_PER_KIB, 1, "≤ 20");
            report.figure(title + "server CPU, % of a core", "idleCpuPercent", 100 * share, 2, "≤ 1");
        }
    }
}
