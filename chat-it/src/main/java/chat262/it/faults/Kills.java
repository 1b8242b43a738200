package chat262.it.faults;

import chat262.it.process.CheckedDatabase;
import chat262.it.process.ServerProcess;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Kills a server, its database and clients at random moments, as many as a {@link FaultPlan} says. */
final class Kills implements Workload.Disturbance {
    private final FaultPlan plan;
    private final ServerProcess server;
    private final CheckedDatabase database;

    Kills(FaultPlan plan, ServerProcess server, CheckedDatabase database) {
        this.plan = plan;
        this.server = server;
        this.database = database;
    }

    @Override
    public void disturb(Workload workload) throws InterruptedException {
        ClientKills clients = new ClientKills(plan, rounds());
        CompletableFuture<Void> killing = clients.begin(workload);
        killServers(workload, clients);
        killing.join();
    }

    private void killServers(Workload workload, ClientKills clients) throws InterruptedException {
        Random random = new Random(plan.seed() + 1);
        for (int i = 0; i < rounds() && !clients.timeIsUp(); i++) {
            clients.reach(i);
            if (i < plan.databaseKills()) {
                killDatabase(workload, random, i + 1);
            }
            if (i < plan.serverKills()) {
                killServer(workload, random, i + 1);
            }
        }
        clients.reach(rounds());
    }

    private int rounds() {
        return Math.max(plan.serverKills(), plan.databaseKills());
    }

    private void killServer(Workload workload, Random random, int time) throws InterruptedException {
        workload.awaitProgress(20 + random.nextInt(60));
        Thread.sleep(random.nextInt(500));
        server.kill();
        long begin = System.nanoTime();
        server.start();
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
}
