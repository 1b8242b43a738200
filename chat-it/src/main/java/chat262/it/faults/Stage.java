package chat262.it.faults;

import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everybody at work on one server: senders, receivers, the owner at the door, and the proxy. A {@link Disturbance} does
 * its worst to them; then they come to their end in quiet and are checked.
 */
final class Stage implements AutoCloseable {
    /** Of a thousand requests. */
    private static final int SPOILED_CHANGES = 120;

    private static final int SPOILED_READS = 15;
    private static final Duration LONGEST_STILLNESS = Duration.ofMinutes(2);

    /** Where everything is allowed to go wrong, nobody waits long for a good end. */
    private static final Duration SHORT_STILLNESS = Duration.ofSeconds(10);

    private Duration stillness = LONGEST_STILLNESS;
    private Consoles consoles;
    private final long seed;
    private final ServerProcess server;
    private final Proxy proxy;
    private final Scene scene;
    private final List<ClientProcess> clients = new ArrayList<>();
    private final Map<String, Integer> done = new LinkedHashMap<>();
    private final Consumer<String> progress;

    private Stage(ServerProcess server, Scene scene, Proxy proxy, long seed, Consumer<String> progress) {
        this.server = server;
        this.scene = scene;
        this.proxy = proxy;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Sets a stage on a running server, which stays the caller's.
     *
     * @param folder for everybody's files
     * @param prefix what all names on the server begin with
     * @param environment variables for a client, by its name
     * @param progress hears what happens, a line each
     */
    static Stage on(
            ServerProcess server,
            Path folder,
            String prefix,
            long seed,
            Function<String, Map<String, String>> environment,
            Consumer<String> progress)
            throws IOException {
        Scene scene = Scene.open(server.url(), folder, prefix);
        Stage stage = new Stage(server, scene, Proxy.before(server.port(), seed), seed, progress);
        scene.senders().forEach(name -> stage.add(SenderMain.class, name, folder, environment.apply(name)));
        scene.receivers().forEach(name -> stage.add(ReceiverMain.class, name, folder, environment.apply(name)));
        return stage;
    }

    private void add(Class<?> main, String name, Path folder, Map<String, String> environment) {
        clients.add(new ClientProcess(main, proxy.url(), name, folder.resolve(name), scene.rooms(name), environment));
    }

    /** What is done to everybody while they work. It returns when it has done enough. */
    interface Disturbance {
        void disturb(Stage stage) throws InterruptedException;
    }

    /** Lets everybody work, disturbs them, lets them end, and checks. */
    FaultReport run(Disturbance disturbance) {
        clients.forEach(ClientProcess::start);
        proxy.spoil(SPOILED_CHANGES, SPOILED_READS);
        Bouncer bouncer = new Bouncer(scene, proxy.gate(), seed);
        CompletableFuture<Void> door = inBackground(bouncer::run);
        CompletableFuture<Void> typing =
                consoles == null ? CompletableFuture.completedFuture(null) : inBackground(consoles::run);
        try {
            disturbance.disturb(this);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        } finally {
            bouncer.tellToStop();
            if (consoles != null) {
                consoles.tellToStop();
            }
        }
        door.join();
        typing.join();
        count("removals of the guest", bouncer.removals());
        if (consoles != null) {
            count("kills of consoles", consoles.kills());
        }
        proxy.done()
                .forEach((fault, many) -> count(
                        "requests: " + fault.name().toLowerCase(Locale.ROOT).replace('_', ' '), many));
        return end();
    }

    /** Has two real consoles take part. */
    Stage withConsoles(Path folder) {
        consoles = new Consoles(scene, proxy.url(), folder, seed);
        consoles.logIn();
        return this;
    }

    /** Does not wait long for those who never come to the end. */
    Stage inAHurry() {
        stillness = SHORT_STILLNESS;
        return this;
    }

    ServerProcess server() {
        return server;
    }

    Proxy proxy() {
        return proxy;
    }

    List<ClientProcess> clients() {
        return clients;
    }

    void say(String line) {
        progress.accept(line);
    }

    synchronized void count(String what, int many) {
        done.merge(what, many, Integer::sum);
    }

    /** Waits until some more messages have been accepted, so that what follows happens under load. */
    void awaitProgress(int more) throws InterruptedException {
        long target = accepted() + more;
        long last = accepted();
        long deadline = System.nanoTime() + LONGEST_STILLNESS.toNanos();
        while (accepted() < target) {
            if (accepted() > last) {
                last = accepted();
                deadline = System.nanoTime() + LONGEST_STILLNESS.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "nothing is accepted any more:" + System.lineSeparator() + server.endOfLog());
            }
            Thread.sleep(100);
        }
    }

    /** How many messages senders know to be accepted. */
    long accepted() {
        return clients.stream()
                .filter(ClientProcess::isSender)
                .flatMap(client -> client.rooms().stream().map(room -> client.file("outbox", room)))
                .flatMap(file -> DurableLines.read(file).stream())
                .filter(line -> line.startsWith("stored"))
                .count();
    }

    private FaultReport end() {
        say("no more faults; waiting until everything is sent and received");
        proxy.spoil(0, 0);
        List<String> stuck = new ArrayList<>(stop(clients.stream().filter(ClientProcess::isSender)));
        try {
            proxy.gate().awaitQuiet();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        stuck.addAll(stop(clients.stream().filter(client -> !client.isSender())));
        Checker checker = new Checker(scene, clients);
        checker.run();
        List<String> violations = new ArrayList<>(stuck);
        violations.addAll(checker.violations());
        if (consoles != null) {
            violations.addAll(consoles.end());
        }
        return new FaultReport(seed, done, checker.checked(), violations);
    }

    /** Tells some to stop, and returns who does not come to the end. */
    private List<String> stop(Stream<ClientProcess> some) {
        List<ClientProcess> told = some.toList();
        told.forEach(ClientProcess::tellToStop);
        List<String> stuck = new ArrayList<>();
        for (ClientProcess client : told) {
            while (client.isAlive() && client.stirs(stillness)) {
                client.awaitEnd(Duration.ofMillis(100));
            }
            if (!client.awaitEnd(Duration.ZERO)) {
                stuck.add(client.name() + " does not come to its end. " + client.complaint());
                client.kill();
            }
        }
        return stuck;
    }

    /** Work that may be interrupted. */
    interface Work {
        void run() throws InterruptedException;
    }

    static CompletableFuture<Void> inBackground(Work work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                task -> {
                    Thread thread = new Thread(task, "faults");
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    /** Ends the clients, however they are. */
    @Override
    public void close() {
        clients.forEach(ClientProcess::close);
        proxy.close();
    }
}
