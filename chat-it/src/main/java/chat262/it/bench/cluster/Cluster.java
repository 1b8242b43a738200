package chat262.it.bench.cluster;

import chat262.it.bench.measure.CpuTime;
import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.PostgresProcess;
import chat262.it.process.ServerProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Nodes on one PostgreSQL, which get more. Not thread-safe. */
final class Cluster implements AutoCloseable {
    /** Only what logging in costs; no figure here depends on it. */
    private static final String FEW_ITERATIONS = "1024";

    private final Path folder;
    private final PostgresProcess postgres;
    private final List<ServerProcess> nodes = new ArrayList<>();

    private Cluster(Path folder, PostgresProcess postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** A PostgreSQL without any node. */
    static Cluster start(Path folder) {
        return new Cluster(folder, PostgresProcess.start(folder.resolve("postgresql")));
    }

    /** Starts nodes until there are so many. */
    void grow(int count) {
        while (nodes.size() < count) {
            System.err.printf("node %d starts%n", nodes.size() + 1);
            Map<String, String> settings =
                    Map.of("CHAT_DB", postgres.url(), "CHAT_PASSWORD_ITERATIONS", FEW_ITERATIONS);
            nodes.add(ServerProcess.measured(folder.resolve("node" + nodes.size()), settings));
        }
    }

    int size() {
        return nodes.size();
    }

    Long[] pids() {
        return nodes.stream().map(ServerProcess::pid).toArray(Long[]::new);
    }

    /** New people with a common first part of their names, each at the node after that of the one before. */
    List<Person> people(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Person.join(Api.of(node(i).url()), name + "-" + size() + "-" + i))
                .toList();
    }

    private ServerProcess node(int i) {
        return nodes.get(i % nodes.size());
    }

    /** What all processes have used so far. */
    Cpu cpu() {
        Duration all = nodes.stream().map(node -> CpuTime.of(node.pid())).reduce(Duration.ZERO, Duration::plus);
        return new Cpu(all, CpuTime.ofTree(postgres.pid()));
    }

    /** A connection to the database, beside those of the nodes. */
    Connection connect() throws SQLException {
        return postgres.connect();
    }

    @Override
    public void close() {
        nodes.forEach(ServerProcess::close);
        postgres.close();
    }
}
