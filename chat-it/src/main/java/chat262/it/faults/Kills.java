package chat262.it.faults;

import chat262.it.process.CheckedDatabase;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills servers, databases and clients at random moments, as many as a {@link FaultPlan} says. */
final class Kills implements Workload.Disturbance {
    private final FaultPlan plan;
    private final CheckedDatabase database;
    private final AtomicInteger roundsDone = new AtomicInteger();
    private long end;

    Kills(FaultPlan plan, CheckedDatabase database) {
        this.plan = plan;
        this.database = database;
    }

    @Override
    public void disturb(Workload workload) throws InterruptedException {
        end = System.nanoTime() + plan.timeout().toNanos();
        CompletableFuture<Void> clients = Workload.inBackground(() -> killClients(workload));
        killServers(workload);
        clients.join();
    }

    private void killServers(Workload workload) throws InterruptedException {
        Random random = new Random(plan.seed() + 1);
        for (int i = 0; i < rounds() && !timeIsUp(); i++) {
            roundsDone.set(i);
            if (i < plan.databaseKills()) {
                killDatabase(workload, random, i + 1);
            }
            if (i < plan.serverKills()) {
                killServer(workload, random, i + 1);
            }
        }
        roundsDone.set(rounds());
    }

    private boolean timeIsUp() {
        return System.nanoTime() - end >= 0;
    }

    private int rounds() {
        return Math.max(plan.serverKills(), plan.databaseKills());
    }

    private void killServer(Workload workload, Random random, int time) throws InterruptedException {
        workload.awaitProgress(20 + random.nextInt(60));
        Thread.sleep(random.nextInt(500));
        workload.server().kill();
        long begin = System.nanoTime();
        workload.server().start();
        workload.count("kills of the server", 1);
        workload.say("server killed and started again (%d of %d) in %.1f s; %,d messages so far"
                .formatted(time, plan.serverKills(), (System.nanoTime() - begin) / 1e9, workload.accepted()));
    }

    private void killDatabase(Workload workload, Random random, int time) throws InterruptedException {
        workload.awaitProgress(20 + random.nextInt(60));
        Thread.sleep(random.nextInt(500));
        database.kill();
        Thread.sleep(random.nextInt(2_000));
        database.restart();
        workload.count("kills of the database", 1);
        workload.say("database killed and started again (%d of %d)".formatted(time, plan.databaseKills()));
    }

    private void killClients(Workload workload) throws InterruptedException {
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

    /** Spreads the clients' kills over the whole run: they would all be done during the first kills of the server. */
    private boolean isDue(int kills) {
        int done = roundsDone.get();
        return done == rounds() || kills * (long) rounds() < (done + 1L) * plan.clientKills();
    }
}
