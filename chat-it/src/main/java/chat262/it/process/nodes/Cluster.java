package chat262.it.process.nodes;

import chat262.it.process.PostgresProcess;
import chat262.it.process.ServerProcess;
import chat262.it.proxy.Nginx;
import chat262.it.proxy.Proxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Some nodes on one PostgreSQL, behind one nginx. */
public final class Cluster implements AutoCloseable {
    private final PostgresProcess postgres;
    private final List<Node> nodes = new ArrayList<>();
    private final Path nginxFolder;
    private Nginx nginx;
    private URI url;

    private Cluster(PostgresProcess postgres, Path nginxFolder) {
        this.postgres = postgres;
        this.nginxFolder = nginxFolder;
    }

    /**
     * Starts all of it and waits until it is ready.
     *
     * @param folder an existing folder for its files
     * @param count how many nodes
     * @param seed what everything random follows from
     * @param settings environment variables for each node
     */
    public static Cluster start(Path folder, int count, long seed, Map<String, String> settings) {
        Cluster cluster = new Cluster(PostgresProcess.start(folder.resolve("postgresql")), folder.resolve("nginx"));
        try {
            cluster.startNodes(folder, count, seed, settings);
            cluster.startNginx();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void startNodes(Path folder, int count, long seed, Map<String, String> settings) {
        // The first one makes the tables, for which the others would wait.
        nodes.add(Node.start(postgres, folder.resolve("node-1"), seed, settings));
        List<CompletableFuture<Node>> others = IntStream.rangeClosed(2, count)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> Node.start(postgres, folder.resolve("node-" + number), seed + number, settings)))
                .toList();
        CompletionException failure = null;
        for (CompletableFuture<Node> other : others) {
            try {
                nodes.add(other.join());
            } catch (CompletionException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void startNginx() {
        int port = ServerProcess.freePort();
        try {
            Files.createDirectories(nginxFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<URI> addresses = nodes.stream().map(Node::entrance).map(Proxy::url).toList();
        nginx = Nginx.start(nginxFolder, NginxConfiguration.of(port, addresses), port);
        url = URI.create("http://127.0.0.1:" + port + "/");
    }

    /** The base URL for clients, with a slash at its end. */
    public URI url() {
        return url;
    }

    public List<Node> nodes() {
        return nodes;
    }

    public PostgresProcess postgres() {
        return postgres;
    }

    /** How many calls nginx has passed on to a further node, because one did not answer them. */
    public int passedOn() {
        Path log = nginxFolder.resolve(NginxConfiguration.LOG_OF_PASSED_ON);
        try (Stream<String> lines = Files.lines(log)) {
            return Math.toIntExact(lines.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of each node's log. */
    public String endOfLogs() {
        return nodes.stream()
                .map(node -> node.server().data() + ":" + System.lineSeparator()
                        + node.server().endOfLog())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    @Override
    public void close() {
        if (nginx != null) {
            nginx.close();
        }
        nodes.forEach(Node::close);
        postgres.close();
    }
}
