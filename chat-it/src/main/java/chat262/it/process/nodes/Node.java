package chat262.it.process.nodes;

import chat262.it.process.PostgresProcess;
import chat262.it.process.ProcessResult;
import chat262.it.process.ServerProcess;
import chat262.it.proxy.Proxy;
import chat262.it.proxy.database.DatabaseProxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One server of a cluster. Not thread-safe, but {@link #kill} may come from another thread. */
public final class Node implements AutoCloseable {
    /** A start fails while the database can't be reached. */
    private static final int MAX_STARTS = 5;

    private final DatabaseProxy database;
    private final ServerProcess server;
    private final Proxy entrance;

    private Node(DatabaseProxy database, ServerProcess server, Proxy entrance) {
        this.database = database;
        this.server = server;
        this.entrance = entrance;
    }

    /**
     * Starts a node and waits until it is ready.
     *
     * @param data its data folder
     * @param seed what everything random follows from
     * @param settings environment variables beside the one that names the database
     */
    static Node start(PostgresProcess postgres, Path data, long seed, Map<String, String> settings) {
        DatabaseProxy database = DatabaseProxy.of(postgres.port(), seed);
        try {
            Map<String, String> all = new HashMap<>(settings);
            all.put("CHAT_DB", postgres.url(database.port()));
            ServerProcess server = ServerProcess.start(data, all);
            return new Node(database, server, Proxy.of(server.url()));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    public ServerProcess server() {
        return server;
    }

    /** What is between it and PostgreSQL. */
    public DatabaseProxy database() {
        return database;
    }

    /** What is between nginx and it. */
    public Proxy entrance() {
        return entrance;
    }

    /** Ends it as a power cut would (SIGKILL). */
    public void kill() {
        server.kill();
    }

    /** Starts it again, on the same port and data, and waits until it is ready. */
    public void restart() {
        for (int starts = 1; !server.isAlive(); starts++) {
            try {
                server.start();
            } catch (IllegalStateException e) {
                if (starts == MAX_STARTS) {
                    throw e;
                }
            }
        }
    }

    /** Stops it where it is (SIGSTOP), until {@link #resume}: its connections stay and nothing comes of them. */
    public void suspend() {
        signal("-STOP");
    }

    /** Ends that (SIGCONT). */
    public void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        ProcessResult.of("kill", signal, String.valueOf(server.pid())).successful();
    }

    @Override
    public void close() {
        entrance.close();
        server.close();
        database.close();
    }
}
