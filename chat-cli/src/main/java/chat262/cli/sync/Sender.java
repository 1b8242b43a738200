package chat262.cli.sync;

import chat262.api.Message;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.FileGuard;
import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Drains the outbox: one message after the other in each room, the rooms beside each other. Of all processes that use
 * an outbox one sends at a time; the others wait for what it does, or take its place when it ends.
 */
public final class Sender implements Closeable {
    /** How soon it sees what other processes have put into the outbox; each look costs an idle console a little. */
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Outbox outbox;
    private final SendOrder turns;
    private final RoomFinder finder;
    private final ChatServer server;
    private final SyncListener watcher;
    private final Receiver receiver;
    private final WakeSignal nudge = new WakeSignal();
    private final Backoff<Object> pauses = new Backoff<>();
    private final Set<Object> underWay = ConcurrentHashMap.newKeySet(); // rooms, and names that are looked up
    private final Set<Opening> checked = ConcurrentHashMap.newKeySet();
    private final Set<String> unsettled = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::run, "sender");
    private final ExecutorService lanes = Executors.newCachedThreadPool(task -> {
        Thread lane = new Thread(task, "send");
        lane.setDaemon(true);
        return lane;
    });
    private FileGuard sending;
    private volatile boolean closed;

    public Sender(ChatServer server, Outbox outbox, SyncListener watcher, Receiver receiver) {
        this.server = server;
        this.turns = new SendOrder(outbox, receiver);
        this.finder = new RoomFinder(server);
        this.outbox = outbox;
        this.watcher = watcher;
        this.receiver = receiver;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Puts a message at the end of the outbox, on disk, and sends it as soon as that works. */
    public void add(OutboxEntry entry) throws IOException {
        unsettled.add(entry.key());
        outbox.add(entry);
        wake();
    }

    /** There is something new to send, or the server is back: waits no longer than the server asked for. */
    public void wake() {
        pauses.forget();
        nudge.give();
    }

    private void run() {
        try {
            while (!closed) {
                outbox.refresh();
                boolean rests = underWay.isEmpty();
                tellWhatIsSettled();
                if (rests && receiver.isClosed()) {
                    letOthersSend(); // nothing more goes out from here
                } else if (mayUse()) {
                    rests &= !lookUpNames();
                    startLanes();
                    if (rests && underWay.isEmpty()) {
                        watcher.resting();
                    }
                }
                nudge.await(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // Closed.
        } catch (IOException | RuntimeException e) {
            stop(e);
        } finally {
            letOthersSend();
        }
    }

    private void letOthersSend() {
        try {
            if (sending != null) {
                sending.close();
                sending = null;
            }
        } catch (IOException e) {
            // It ends with this process.
        }
    }

    private boolean mayUse() throws IOException {
        if (sending == null) {
            sending = outbox.trySending().orElse(null);
        }
        return sending != null;
    }

    private void tellWhatIsSettled() {
        outbox.waiting().forEach(entry -> unsettled.add(entry.key()));
        List<OutboxEntry> settled = unsettled.stream()
                .flatMap(key -> outbox.find(key).stream())
                .filter(entry -> !entry.isWaiting())
                .sorted(Comparator.comparing(OutboxEntry::writtenAt))
                .toList();
        for (OutboxEntry entry : settled) {
            unsettled.remove(entry.key());
            watcher.settled(entry);
        }
    }

    /** Before anything is sent; only what could not be found then is looked for beside the sending. */
    private boolean lookUpNames() {
        boolean any = false;
        for (OutboxEntry entry : outbox.waiting()) {
            String name = entry.to();
            if (!entry.resolved() && pauses.isOver(name) && underWay.add(name)) {
                any = true;
                Runnable lookUp = () -> work(name, () -> lookUp(entry));
                if (pauses.hasFailed(name)) {
                    lanes.execute(lookUp);
                } else {
                    lookUp.run();
                }
            }
        }
        return any;
    }

    private void lookUp(OutboxEntry entry) throws IOException {
        attempt(entry, entry.to(), () -> outbox.address(entry.key(), finder.of(entry)));
    }

    private void startLanes() {
        for (long room : turns.rooms()) {
            if (!closed && pauses.isOver(room) && underWay.add(room)) {
                lanes.execute(() -> work(room, () -> drain(room)));
            }
        }
    }

    private void work(Object lane, Attempt work) {
        try {
            work.make();
        } catch (IOException | RuntimeException e) {
            stop(e);
        } finally {
            underWay.remove(lane);
            nudge.give();
        }
    }

    private void drain(long room) throws IOException {
        Optional<OutboxEntry> next = turns.next(room);
        while (!closed && next.isPresent() && send(next.get())) {
            next = turns.next(room);
        }
    }

    private boolean send(OutboxEntry entry) throws IOException {
        return attempt(entry, entry.room(), () -> {
            Opening opening = new Opening(entry.room(), entry.roomCreatedAt());
            if (!checked.contains(opening)) {
                finder.check(entry);
                checked.add(opening);
            }
            Message message = server.send(entry.room(), entry.body(), entry.key());
            outbox.stored(entry.key(), message.seq());
            nudge.give();
            receiver.message(message);
        });
    }

    /** What tells a room from another that has its number. */
    private record Opening(long room, Instant at) {}

    private interface Attempt {
        void make() throws IOException;
    }

    /** Whether there is nothing left to do for this step: it worked, or it never will. */
    private boolean attempt(OutboxEntry entry, Object lane, Attempt attempt) throws IOException {
        try {
            attempt.make();
            pauses.worked(lane);
            return true;
        } catch (NoSuchRoom e) {
            outbox.refused(entry.key(), e.getMessage());
            return true;
        } catch (NoAnswer e) {
            checked.clear();
            receiver.doubt();
            keep(entry, lane, e, null);
            return false;
        } catch (RequestRejected e) {
            if (e.isFinal()) {
                outbox.refused(entry.key(), e.getMessage());
                return true;
            }
            keep(entry, lane, e, e.retryAfter().orElse(null));
            if (e.isLogin()) {
                closed = true;
                watcher.loggedOut();
            }
            return false;
        }
    }

    private void keep(OutboxEntry entry, Object lane, RuntimeException why, Duration atLeast) {
        pauses.failed(lane, atLeast);
        if (!closed) {
            watcher.kept(entry, why);
        }
    }

    private void stop(Exception why) {
        if (!closed) {
            closed = true;
            watcher.broken(why);
        }
    }

    /** Stops. What is under way may still be stored; its entry waits, and repeating it changes nothing. */
    @Override
    public void close() {
        closed = true;
        nudge.give();
        lanes.shutdown(); // without an interrupt, which would close the files under what is being written
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
