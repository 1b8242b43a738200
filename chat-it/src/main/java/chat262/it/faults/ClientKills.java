package chat262.it.faults;

import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Kills clients at random moments, as many as a {@link FaultPlan} says, spread over a run of some rounds. Thread-safe. */
final class ClientKills {
    private final FaultPlan plan;
    private final int rounds;
    private final long end;
    private volatile int roundsDone;

    /** From now on, the time of the plan runs. */
    ClientKills(FaultPlan plan, int rounds) {
        this.plan = plan;
        this.rounds = rounds;
        this.end = System.nanoTime() + plan.timeout().toNanos();
    }

    /** Kills clients of a workload, in another thread, until all are killed that the plan has, or its time is up. */
    CompletableFuture<Void> begin(Workload workload) {
        return Workload.inBackground(() -> run(workload));
    }

    /** So many rounds are done, and clients may be killed in proportion. */
    void reach(int done) {
        roundsDone = done;
    }

    boolean timeIsUp() {
        return System.nanoTime() - end >= 0;
    }

    private void run(Workload workload) throws InterruptedException {
        Random random = new Random(plan.seed() + 2);
        int kills = 0;
        while ((kills < plan.clientKills() || workload.proxy().cuts() < plan.cuts()) && !timeIsUp()) {
            Thread.sleep(100 + random.nextInt(1_500));
            if (!isDue(kills)) {
                continue;
            }
            ClientProcess client =
                    workload.clients().get(random.nextInt(workload.clients().size()));
            client.kill();
            client.requireKilled();
            Thread.sleep(random.nextInt(300));
            client.start();
            kills++;
            workload.count(client.isSender() ? "kills of senders" : "kills of receivers", 1);
        }
        workload.say("%d kills of clients and %d broken connections"
                .formatted(kills, workload.proxy().cuts()));
    }

    /** Spreads the kills over the whole run: they would all be done during the first rounds. */
    private boolean isDue(int kills) {
        int done = roundsDone;
        return done == rounds || kills * (long) rounds < (done + 1L) * plan.clientKills();
    }
}
