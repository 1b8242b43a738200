package chat262.it.bench.depth;

import chat262.it.bench.load.Call;
import chat262.it.bench.load.Connection;
import chat262.it.bench.load.StreamSocket;
import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One of the two servers, with its data, and what clients do there. */
final class FilledServer implements AutoCloseable {
    /** Only what logging in costs; no figure here depends on it. */
    private static final Map<String, String> SETTINGS = Map.of("CHAT_PASSWORD_ITERATIONS", "1024");

    /** The server closes a connection that was idle for half a minute. */
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final String TEXT = "m".repeat(100);

    private final ServerProcess server;
    private final Users users;
    private final long largeGroup;
    private final InetSocketAddress address;
    private Connection connection;
    private long lastUse;

    private FilledServer(ServerProcess server, Users users, long largeGroup) throws IOException {
        this.server = server;
        this.users = users;
        this.largeGroup = largeGroup;
        this.address = new InetSocketAddress("127.0.0.1", server.port());
        this.connection = new Connection(address);
        this.lastUse = System.nanoTime();
    }

    /** Makes a server with data of a size in a folder. */
    static FilledServer start(Path folder, Sizes sizes) throws IOException {
        ServerProcess server = ServerProcess.measured(folder, SETTINGS);
        try {
            Users users = Users.join(Api.of(server.url()));
            server.stop();
            long begin = System.nanoTime();
            long largeGroup = Filling.fill(folder, sizes, users);
            System.err.printf("%s, filled in %d s%n", sizes, (System.nanoTime() - begin) / 1_000_000_000);
            server.start();
            return new FilledServer(server, users, largeGroup);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    long pid() {
        return server.pid();
    }

    /** The direct room with a long history. */
    long room() {
        return users.room();
    }

    /** The group with many members. */
    long largeGroup() {
        return largeGroup;
    }

    Step send(long room) {
        Call send = Call.send(users.anna(), room, TEXT);
        return () -> exchange(send);
    }

    /** Acknowledges one message after the other, from the first one on. */
    Step acknowledge(long room) {
        AtomicLong seq = new AtomicLong();
        return () -> exchange(Call.acknowledge(users.anna(), room, seq.incrementAndGet()));
    }

    /** Reads something as the one who writes. */
    Step get(String path) {
        return get(users.anna(), path);
    }

    /** Reads something as the one who has many rooms. */
    Step getAsRita(String path) {
        return get(users.rita(), path);
    }

    private Step get(Person reader, String path) {
        Call get = Call.get(reader, path);
        return () -> exchange(get);
    }

    private int exchange(Call call) throws IOException {
        if (System.nanoTime() - lastUse > IDLE_NANOS) {
            connection.close();
            connection = new Connection(address);
        }
        int size = connection.exchange(call);
        lastUse = System.nanoTime();
        return size;
    }

    /** The one who has many rooms connects to the live stream. */
    Step greeting() {
        return () -> StreamSocket.greeting(address, users.rita().token());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            System.err.println("a connection could not be closed: " + e);
        }
        server.close();
    }
}
