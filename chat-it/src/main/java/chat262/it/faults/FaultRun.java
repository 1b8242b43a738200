package chat262.it.faults;

import chat262.it.process.CheckedDatabase;
import chat262.it.process.ServerProcess;
import chat262.it.process.nodes.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A fault run: a server or several nodes, a workload on it, and kills. */
public final class FaultRun {
    private static final Map<String, String> CHEAP_LOGINS = Map.of("CHAT_PASSWORD_ITERATIONS", "1024");

    private FaultRun() {}

    /**
     * Carries a plan out.
     *
     * @param folder an empty folder for all files of the run
     * @param progress takes a line for each thing that happens
     */
    public static FaultReport of(FaultPlan plan, Path folder, Consumer<String> progress) throws IOException {
        try (CheckedDatabase database = CheckedDatabase.start(folder);
                ServerProcess server = startServer(folder, database, "");
                Workload workload = Workload.on(
                        Deployment.of(server), folder, "", plan.seed(), name -> ClientSetup.USUAL, progress)) {
            return workload.withConsoles(folder).run(new Kills(plan, server, database));
        }
    }

    /**
     * Carries a plan out on several nodes: its kills of the server are those of nodes, and the faults of nodes and of their
     * database come in proportion.
     */
    public static FaultReport onNodes(int nodes, FaultPlan plan, Path folder, Consumer<String> progress)
            throws IOException {
        try (Cluster cluster = Cluster.start(folder, nodes, plan.seed(), CHEAP_LOGINS);
                Workload workload = Workload.on(
                        Deployment.of(cluster), folder, "", plan.seed(), name -> ClientSetup.USUAL, progress)) {
            return workload.withConsoles(folder).run(new NodeFaults(plan, cluster));
        }
    }

    /** Starts a server on which logging in is cheap. */
    static ServerProcess startServer(Path folder, CheckedDatabase database, String javaOptions) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(CHEAP_LOGINS);
        settings.put("JAVA_TOOL_OPTIONS", javaOptions);
        return ServerProcess.start(folder.resolve("server"), settings);
    }
}
