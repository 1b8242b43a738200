package chat262.it.faults;

import chat262.it.process.CheckedDatabase;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A server, a workload on it, and what happens there. */
public final class FaultRun {
    private FaultRun() {}

    /**
     * Carries a plan out.
     *
     * @param folder an empty folder for everybody's files
     * @param progress hears what happens, a line each
     */
    public static FaultReport of(FaultPlan plan, Path folder, Consumer<String> progress) throws IOException {
        try (CheckedDatabase database = CheckedDatabase.start(folder);
                ServerProcess server = startServer(folder, database, "");
                Workload workload = Workload.on(server, folder, "", plan.seed(), name -> Map.of(), progress)) {
            return workload.withConsoles(folder).run(new Kills(plan, database));
        }
    }

    /** Starts a server that has not much to do but to start. */
    static ServerProcess startServer(Path folder, CheckedDatabase database, String javaOptions) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("CHAT_PASSWORD_ITERATIONS", "1024");
        settings.put("JAVA_TOOL_OPTIONS", javaOptions);
        return ServerProcess.start(folder.resolve("server"), settings);
    }
}
