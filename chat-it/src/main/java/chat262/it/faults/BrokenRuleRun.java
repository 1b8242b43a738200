package chat262.it.faults;

import chat262.it.model.BrokenRule;
import chat262.it.process.CheckedDatabase;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A server on which rules are broken, one at a time, to see that the checker notices. */
public final class BrokenRuleRun implements AutoCloseable {
    private static final int CLIENT_KILLS = 12;
    private static final int CUTS = 40;

    private final Path folder;
    private final CheckedDatabase database;
    private final AgentFolder agent;
    private final ServerProcess server;
    private int runs;

    /** Starts the server, which keeps all rules for the time being. */
    public BrokenRuleRun(Path folder) {
        this.folder = folder;
        database = CheckedDatabase.start(folder);
        agent = AgentFolder.make(folder.resolve("agent"));
        server = FaultRun.startServer(folder, database, agent.javaOption());
    }

    /** Lets everybody work with one rule broken, on the server or in the receivers; null for none. */
    public FaultReport of(BrokenRule rule, long seed, Consumer<String> progress) throws IOException {
        String prefix = (char) ('a' + runs++) + ".";
        Path files = folder.resolve(prefix + "files");
        FaultPlan plan = new FaultPlan(seed, 0, 0, CLIENT_KILLS, CUTS);
        boolean inReceivers = rule == BrokenRule.ACK_BEFORE_SHOW;
        Function<String, Map<String, String>> environment =
                name -> inReceivers && name.contains("receiver") ? agent.environment() : Map.of();
        try (Stage stage = Stage.on(server, files, prefix, seed, environment, progress)) {
            agent.breakRule(rule);
            return stage.inAHurry().run(new Kills(plan, database));
        } finally {
            agent.breakRule(null);
        }
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
