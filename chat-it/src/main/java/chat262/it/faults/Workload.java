package chat262.it.faults;

import chat262.it.faults.client.DurableLines;
import chat262.it.faults.client.ReceiverMain;
import chat262.it.faults.client.SenderMain;
import chat262.it.faults.client.Ways;
import chat262.it.process.Await;
import chat262.it.proxy.Proxy;
import chat262.it.proxy.RandomFaults;
import chat262.it.proxy.RandomFrameFaults;
import chat262.it.proxy.RequestGate;
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
 * All clients of a server, or of several behind one address, at work: senders, receivers, the owner who removes the guest, behind a proxy. A {@link
 * Disturbance} injects faults; then the clients finish without faults, and everything is checked.
 */
final class Workload implements AutoCloseable {
    private static final int WRITE_FAULTS_PER_MILLE = 120;
    private static final int READ_FAULTS_PER_MILLE = 15;
    private static final int SEND_FRAME_FAULTS_PER_MILLE = 150;
    private static final int OTHER_FRAME_FAULTS_PER_MILLE = 15;
    private static final int STEP = 10;
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(2);

    /** For runs in which clients are expected not to come to an end. */
    private static final Duration SHORT_IDLE_TIMEOUT = Duration.ofSeconds(10);

    private Duration idleTimeout = IDLE_TIMEOUT;
    private Consoles consoles;
    private final long seed;
    private final Deployment deployment;
    private final Proxy proxy;
    private final WorkloadAccounts accounts;
    private final List<ClientProcess> clients = new ArrayList<>();
    private final Map<String, Integer> done = new LinkedHashMap<>();
    private final Consumer<String> progress;

    private Workload(
            Deployment deployment, WorkloadAccounts accounts, Proxy proxy, long seed, Consumer<String> progress) {
        this.deployment = deployment;
        this.accounts = accounts;
        this.proxy = proxy;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Prepares a workload on what is running, which the caller closes.
     *
     * @param folder for the files of all clients
     * @param prefix the beginning of all names on the server
     * @param setups how a client is started, by its name
     * @param progress takes a line for each thing that happens
     */
    static Workload on(
            Deployment deployment,
            Path folder,
            String prefix,
            long seed,
            Function<String, ClientSetup> setups,
            Consumer<String> progress)
            throws IOException {
        WorkloadAccounts accounts = WorkloadAccounts.open(deployment.url(), folder, prefix);
        Workload workload = new Workload(deployment, accounts, Proxy.of(deployment.url(), seed), seed, progress);
        accounts.senders().forEach(name -> workload.add(SenderMain.class, name, folder, setups.apply(name)));
        accounts.receivers().forEach(name -> workload.add(ReceiverMain.class, name, folder, setups.apply(name)));
        return workload;
    }

    private void add(Class<?> main, String name, Path folder, ClientSetup setup) {
        clients.add(new ClientProcess(main, proxy.url(), name, folder.resolve(name), accounts.rooms(name), setup));
    }

    /** Injects faults while the clients work, and returns when it has injected enough. */
    interface Disturbance {
        void disturb(Workload workload) throws InterruptedException;
    }

    /** Starts the clients, injects faults, lets the clients finish, and checks. */
    FaultReport run(Disturbance disturbance) {
        GuestRemover remover = new GuestRemover(accounts, deployment.gates(proxy.gate()), seed);
        clients.forEach(ClientProcess::start);
        proxy.inject(new RandomFaults(seed, WRITE_FAULTS_PER_MILLE, READ_FAULTS_PER_MILLE));
        proxy.injectIntoFrames(new RandomFrameFaults(seed, SEND_FRAME_FAULTS_PER_MILLE, OTHER_FRAME_FAULTS_PER_MILLE));
        CompletableFuture<Void> removing = inBackground(remover::run);
        CompletableFuture<Void> typing =
                consoles == null ? CompletableFuture.completedFuture(null) : inBackground(consoles::run);
        try {
            disturbance.disturb(this);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        } finally {
            remover.requestStop();
            if (consoles != null) {
                consoles.requestStop();
            }
        }
        removing.join();
        typing.join();
        count("removals of the guest", remover.removals());
        if (consoles != null) {
            count("kills of consoles", consoles.kills());
        }
        proxy.done().forEach((fault, many) -> count("requests: " + words(fault), many));
        proxy.doneToFrames().forEach((fault, many) -> count("frames: " + words(fault), many));
        return end();
    }

    private static String words(Enum<?> fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Adds two real consoles. */
    Workload withConsoles(Path folder) {
        consoles = new Consoles(accounts, proxy.url(), folder, seed);
        consoles.logIn();
        return this;
    }

    /** Does not wait long for clients that never finish. */
    Workload withShortTimeout() {
        idleTimeout = SHORT_IDLE_TIMEOUT;
        return this;
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
    void awaitProgress(int more) {
        long target = accepted() + more;
        // In steps, as only a workload that stands still is a failure; in few, as each look reads all outboxes.
        for (long last = accepted(); last < target; last = accepted()) {
            long next = Math.min(target, last + STEP);
            Await.until("more messages are accepted", IDLE_TIMEOUT, () -> accepted() >= next, deployment.endOfLog());
        }
    }

    /** How many messages senders know to be accepted. */
    long accepted() {
        return filesOfSenders("outbox").stream()
                .flatMap(file -> DurableLines.read(file).stream())
                .filter(line -> line.startsWith("stored"))
                .count();
    }

    private List<Path> filesOfSenders(String name) {
        return clients.stream()
                .filter(ClientProcess::isSender)
                .flatMap(client -> client.files(name).stream())
                .toList();
    }

    private FaultReport end() {
        say("no more faults; waiting until everything is sent and received");
        proxy.heal();
        List<String> stuck = new ArrayList<>(stop(clients.stream().filter(ClientProcess::isSender)));
        try {
            for (RequestGate gate : deployment.gates(proxy.gate())) {
                gate.awaitQuiet();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        stuck.addAll(stop(clients.stream().filter(client -> !client.isSender())));
        Ways.count(filesOfSenders("ways")).forEach(this::count);
        Checker checker = new Checker(accounts, clients);
        checker.run();
        List<String> violations = new ArrayList<>(stuck);
        violations.addAll(checker.violations());
        if (consoles != null) {
            violations.addAll(consoles.end());
        }
        return new FaultReport(seed, done, checker.checked(), violations);
    }

    /** Stops clients, and returns a sentence for each that does not finish. */
    private List<String> stop(Stream<ClientProcess> some) {
        List<ClientProcess> stopping = some.toList();
        stopping.forEach(ClientProcess::requestStop);
        List<String> stuck = new ArrayList<>();
        for (ClientProcess client : stopping) {
            while (client.isAlive() && client.isActive(idleTimeout)) {
                client.awaitEnd(Duration.ofMillis(100));
            }
            if (!client.awaitEnd(Duration.ZERO)) {
                stuck.add(client.name() + " does not finish. " + client.output());
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

    /** Kills the clients. */
    @Override
    public void close() {
        clients.forEach(ClientProcess::close);
        proxy.close();
    }
}
