package chat262.it.faults;

import chat262.it.process.CheckedDatabase;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills servers, databases and clients at random moments, as many as a {@link FaultPlan} says. */
final class Kills implements Stage.Disturbance {
    private final FaultPlan plan;
    private final CheckedDatabase database;
    private final AtomicInteger roundsDone = new AtomicInteger();
    private long end;

    Kills(FaultPlan plan, CheckedDatabase database) {
        this.plan = plan;
        this.database = database;
    }

    @Override
    public void disturb(Stage stage) throws InterruptedException {
        end = System.nanoTime() + plan.most().toNanos();
        CompletableFuture<Void> clients = Stage.inBackground(() -> killClients(stage));
        killServers(stage);
        clients.join();
    }

    private void killServers(Stage stage) throws InterruptedException {
        Random random = new Random(plan.seed() + 1);
        for (int i = 0; i < rounds() && !timeIsUp(); i++) {
            roundsDone.set(i);
            if (i < plan.databaseKills()) {
                killDatabase(stage, random, i + 1);
            }
            if (i < plan.serverKills()) {
                killServer(stage, random, i + 1);
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

    private void killServer(Stage stage, Random random, int time) throws InterruptedException {
        stage.awaitProgress(20 + random.nextInt(60));
        Thread.sleep(random.nextInt(500));
        stage.server().kill();
        long begin = System.nanoTime();
        stage.server().start();
        stage.count("kills of the server", 1);
        stage.say("server killed and started again (%d of %d) in %.1f s; %,d messages so far"
                .formatted(time, plan.serverKills(), (System.nanoTime() - begin) / 1e9, stage.accepted()));
    }

    private void killDatabase(Stage stage, Random random, int time) throws InterruptedException {
        stage.awaitProgress(20 + random.nextInt(60));
        Thread.sleep(random.nextInt(500));
        database.kill();
        Thread.sleep(random.nextInt(2_000));
        database.restart();
        stage.count("kills of the database", 1);
        stage.say("database killed and started again (%d of %d)".formatted(time, plan.databaseKills()));
    }

    private void killClients(Stage stage) throws InterruptedException {
        Random random = new Random(plan.seed() + 2);
        int kills = 0;
        while ((kills < plan.clientKills() || stage.proxy().cuts() < plan.cuts()) && !timeIsUp()) {
            Thread.sleep(100 + random.nextInt(1_500));
            if (!isDue(kills)) {
                continue;
            }
            ClientProcess client =
                    stage.clients().get(random.nextInt(stage.clients().size()));
            client.kill();
            client.requireKilled();
            Thread.sleep(random.nextInt(300));
            client.start();
            kills++;
            stage.count(client.isSender() ? "kills of senders" : "kills of receivers", 1);
        }
        stage.say("%d kills of clients and %d broken connections"
                .formatted(kills, stage.proxy().cuts()));
    }

    /** Spreads the clients' kills over the whole run: they would all be done during the first kills of the server. */
    private boolean isDue(int kills) {
        int done = roundsDone.get();
        return done == rounds() || kills * (long) rounds() < (done + 1L) * plan.clientKills();
    }
}
