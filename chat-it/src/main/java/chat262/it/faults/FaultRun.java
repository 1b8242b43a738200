package chat262.it.faults;

import chat262.it.process.CheckedDatabase;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A fault run: a server, a workload on it, and kills. */
public final class FaultRun {
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
                Workload workload = Workload.on(server, folder, "", plan.seed(), name -> ClientSetup.USUAL, progress)) {
            return workload.withConsoles(folder).run(new Kills(plan, database));
        }
    }

    /** Starts a server on which logging in is cheap. */
    static ServerProcess startServer(Path folder, CheckedDatabase database, String javaOptions) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("CHAT_PASSWORD_ITERATIONS", "1024");
        settings.put("JAVA_TOOL_OPTIONS", javaOptions);
        return ServerProcess.start(folder.resolve("server"), settings);
    }
}
