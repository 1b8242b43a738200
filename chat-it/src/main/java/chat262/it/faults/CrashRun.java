package chat262.it.faults;

import chat262.it.agent.CrashPoint;
import chat262.it.process.CheckedDatabase;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A run in which a server, a sender on the stream, a caller, which is a sender without it, and a receiver die at every {@link
 * CrashPoint} once.
 */
public final class CrashRun {
    private static final List<String> WHO = List.of("server", "sender", "caller", "receiver");
    private static final Duration CRASH_TIMEOUT = Duration.ofMinutes(5);

    private final Map<String, AgentFolder> agents = new HashMap<>();

    private CrashRun(Path folder) {
        for (String who : WHO) {
            agents.put(who, AgentFolder.make(folder.resolve("agent-" + who)).crashAt(CrashPoint.of(who)));
        }
    }

    /**
     * Visits all points.
     *
     * @param folder an empty folder for all files of the run
     * @param progress takes a line for each thing that happens
     */
    public static FaultReport of(long seed, Path folder, Consumer<String> progress) throws IOException {
        CrashRun run = new CrashRun(folder);
        try (CheckedDatabase database = CheckedDatabase.start(folder);
                ServerProcess server = FaultRun.startServer(
                        folder, database, run.agents.get("server").javaOption());
                Workload workload = Workload.on(Deployment.of(server), folder, "", seed, run::setup, progress)) {
            return workload.run(each -> run.disturb(each, server));
        }
    }

    /** Both senders and one receiver have an agent. */
    private ClientSetup setup(String client) {
        return switch (client) {
            case "sender.1" -> ClientSetup.USUAL.withAgent(agents.get("sender"));
            case "sender.2" -> ClientSetup.USUAL.withoutStream().withAgent(agents.get("caller"));
            case "receiver.1" -> ClientSetup.USUAL.withAgent(agents.get("receiver"));
            default -> ClientSetup.USUAL;
        };
    }

    private void disturb(Workload workload, ServerProcess server) throws InterruptedException {
        long deadline = System.nanoTime() + CRASH_TIMEOUT.toNanos();
        int deaths = 0;
        while (deaths < CrashPoint.values().length && System.nanoTime() < deadline) {
            int revived = revive(workload, server);
            if (revived > 0) {
                deaths += revived;
                deadline = System.nanoTime() + CRASH_TIMEOUT.toNanos();
            }
            Thread.sleep(50);
        }
        for (CrashPoint point : CrashPoint.values()) {
            boolean visited = agents.get(point.who()).wasAt(point);
            workload.count("crash of the " + point.who() + ": " + point.sentence(), visited ? 1 : 0);
        }
    }

    /** Starts the dead processes again, and returns how many these were. */
    private static int revive(Workload workload, ServerProcess server) {
        int revived = 0;
        for (ClientProcess client : workload.clients()) {
            if (!client.isAlive()) {
                client.requireKilled();
                workload.say(client.name() + " has died and starts again");
                client.start();
                revived++;
            }
        }
        if (!server.isAlive()) {
            workload.say("the server has died and starts again");
            server.start();
            revived++;
        }
        return revived;
    }
}
