package chat262.it.faults;

import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.CheckedDatabase;
import chat262.it.process.Folders;
import chat262.it.process.OncePerJvm;
import chat262.it.process.ServerProcess;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with the agent, whose faults can be switched while it runs. */
final class AgentServer implements AutoCloseable {
    private static final OncePerJvm<AgentServer> SHARED = new OncePerJvm<>(AgentServer::new);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Path folder;
    private final CheckedDatabase database;
    private final AgentFolder agent;
    private final ServerProcess server;

    AgentServer() {
        folder = Folders.temporary("chat-agent");
        database = CheckedDatabase.start(folder);
        agent = AgentFolder.make(folder.resolve("agent"));
        server = FaultRun.startServer(folder, database, agent.javaOption());
    }

    /** The one for all tests that leave it as it was. */
    static AgentServer shared() {
        AgentServer shared = SHARED.get();
        shared.server.ensureRunning();
        return shared;
    }

    ServerProcess server() {
        return server;
    }

    AgentFolder agent() {
        return agent;
    }

    CheckedDatabase database() {
        return database;
    }

    /** A new person, logged in. */
    Person somebody() {
        return Person.join(Api.of(server.url()), unusedName());
    }

    static String unusedName() {
        return "agent." + NAMES.incrementAndGet();
    }

    @Override
    public void close() {
        server.close();
        database.close();
        Folders.delete(folder);
    }
}
