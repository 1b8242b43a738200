package chat262.it.faults;

import chat262.it.faults.NodeFaultRounds.Planned;
import chat262.it.process.nodes.Cluster;
import chat262.it.process.nodes.Node;
import chat262.it.proxy.database.CommitMoment;
import chat262.it.proxy.database.HintFault;
import chat262.it.proxy.database.RandomHintFaults;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Injects faults into the nodes of a cluster, their hints and their database, and kills clients. */
final class NodeFaults implements Workload.Disturbance {
    private static final int HINT_FAULTS_PER_MILLE = 400;

    /** A node that nginx takes for dead gets no sends for a while, and so has nothing to commit. */
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);

    private final FaultPlan plan;
    private final Cluster cluster;

    NodeFaults(FaultPlan plan, Cluster cluster) {
        this.plan = plan;
        this.cluster = cluster;
    }

    @Override
    public void disturb(Workload workload) throws InterruptedException {
        List<List<Planned>> rounds = NodeFaultRounds.of(
                plan.seed(), plan.serverKills(), cluster.nodes().size());
        for (NodeFault fault : NodeFault.values()) {
            workload.count(fault.sentence(), 0);
        }
        for (int i = 0; i < cluster.nodes().size(); i++) {
            RandomHintFaults faults = new RandomHintFaults(plan.seed() + i, HINT_FAULTS_PER_MILLE);
            cluster.nodes().get(i).database().injectIntoHints(faults);
        }
        try {
            carryOut(rounds, workload);
        } finally {
            cluster.nodes().forEach(node -> node.database().injectIntoHints(() -> HintFault.NONE));
        }
        countHints(workload);
        workload.count("calls that nginx passed on to a further node", cluster.passedOn());
    }

    private void carryOut(List<List<Planned>> rounds, Workload workload) throws InterruptedException {
        Random random = new Random(plan.seed() + 1);
        ClientKills clients = new ClientKills(plan, rounds.size());
        CompletableFuture<Void> killing = clients.begin(workload);
        for (int i = 0; i < rounds.size() && !clients.timeIsUp(); i++) {
            clients.reach(i);
            workload.awaitProgress(5 + random.nextInt(15));
            workload.say("round %d of %d: %s; %,d messages so far"
                    .formatted(i + 1, rounds.size(), rounds.get(i), workload.accepted()));
            List<CompletableFuture<Void>> faults = rounds.get(i).stream()
                    .map(planned -> Workload.inBackground(() -> inject(planned, workload)))
                    .toList();
            faults.forEach(CompletableFuture::join);
        }
        clients.reach(rounds.size());
        killing.join();
    }

    private void countHints(Workload workload) {
        for (Node node : cluster.nodes()) {
            node.database().doneToHints().forEach((fault, many) -> workload.count("hints: " + words(fault), many));
        }
    }

    private static String words(HintFault fault) {
        return fault == HintFault.NONE ? "passed" : fault.name().toLowerCase(Locale.ROOT);
    }

    private void inject(Planned planned, Workload workload) throws InterruptedException {
        Thread.sleep(planned.delayMillis());
        if (planned.fault() == NodeFault.DATABASE_KILLED) {
            cluster.postgres().kill();
            Thread.sleep(planned.millis());
            cluster.postgres().start();
            workload.count(planned.fault().sentence(), 1);
            return;
        }
        Node node = cluster.nodes().get(planned.node());
        NodeFault done;
        synchronized (node) {
            done = planned.fault().isKillOfNode() ? kill(planned, node) : cutOffOrSuspend(planned, node);
        }
        workload.count(done.sentence(), 1);
        if (done.isKillOfNode()) {
            workload.count("kills of nodes", 1);
        }
    }

    private static NodeFault kill(Planned planned, Node node) throws InterruptedException {
        boolean atCommit = switch (planned.fault()) {
            case KILLED_ASKING_FOR_COMMIT -> atNextCommit(node, CommitMoment.ASKED_FOR, planned.arrives(), node::kill);
            case KILLED_AFTER_COMMIT -> atNextCommit(node, CommitMoment.DONE, false, node::kill);
            default -> false;
        };
        if (!atCommit) {
            node.kill();
        }
        Thread.sleep(planned.millis());
        node.restart();
        return atCommit ? planned.fault() : NodeFault.KILLED;
    }

    /** Returns what was done in the end: a node that commits nothing can't be stopped in a commit. */
    private static NodeFault cutOffOrSuspend(Planned planned, Node node) throws InterruptedException {
        switch (planned.fault()) {
            case CUT_OFF -> {
                node.database().disconnect();
                Thread.sleep(planned.millis());
                node.database().reconnect();
            }
            case CUT_OFF_SILENTLY -> {
                node.database().silence();
                Thread.sleep(planned.millis());
                node.database().resume();
            }
            case HINTS_CUT -> node.database().disconnectListening();
            case SUSPENDED_IN_COMMIT -> {
                if (!atNextCommit(node, CommitMoment.ASKED_FOR, true, () -> suspend(node, planned.millis()))) {
                    suspend(node, planned.millis());
                    return NodeFault.SUSPENDED;
                }
            }
            default -> suspend(node, planned.millis());
        }
        return planned.fault();
    }

    private static boolean atNextCommit(Node node, CommitMoment moment, boolean arrives, Runnable action)
            throws InterruptedException {
        return node.database().atNextCommit(moment, arrives, COMMIT_TIMEOUT, action);
    }

    private static void suspend(Node node, int millis) {
        node.suspend();
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            node.resume();
        }
    }
}
