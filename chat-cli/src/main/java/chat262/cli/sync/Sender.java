package chat262.cli.sync;

import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import chat262.cli.server.StreamSends;
import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Sends what is in the outbox: one message after the other in each room, the rooms in parallel. Of all processes that use an
 * outbox one sends at a time; the others wait for its results, or take its place when it ends.
 */
public final class Sender implements Closeable {
    /** How soon it sees what other processes have made of the outbox while something waits there. */
    private static final long LOOK_INTERVAL_MILLIS = 500;
    /** And while nothing does: each look costs an idle console some CPU, and who adds something sends it. */
    private static final long IDLE_LOOK_INTERVAL_MILLIS = 5_000;

    private final Outbox outbox;
    private final SendOrder sendOrder;
    private final RoomFinder finder;
    private final SendAttempt sending;
    private final SyncListener listener;
    private final Receiver receiver;
    private final WakeSignal wakeSignal = new WakeSignal();
    private final Backoff<Object> backoff = new Backoff<>();
    private final Set<Object> underWay = ConcurrentHashMap.newKeySet(); // rooms, and names that are looked up
    private final Settlements settlements;
    private final SendRight right;
    private final Thread thread = new Thread(this::run, "sender");
    private final ExecutorService lanes = Executors.newCachedThreadPool(task -> {
        Thread lane = new Thread(task, "send");
        lane.setDaemon(true);
        return lane;
    });
    private volatile boolean closed;

    /** A sender without a live stream: every message is sent by a call. */
    public Sender(ChatServer server, Outbox outbox, SyncListener listener, Receiver receiver) {
        this(server, new StreamSends(), outbox, listener, receiver);
    }

    Sender(ChatServer server, StreamSends stream, Outbox outbox, SyncListener listener, Receiver receiver) {
        this.sendOrder = new SendOrder(outbox, receiver);
        this.finder = new RoomFinder(server);
        this.sending = new SendAttempt(server, stream, outbox, finder, receiver);
        this.outbox = outbox;
        this.settlements = new Settlements(outbox, listener);
        this.right = new SendRight(outbox);
        this.listener = listener;
        this.receiver = receiver;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Puts a message at the end of the outbox, on disk, and sends it as soon as that works. */
    public void add(OutboxEntry entry) throws IOException {
        settlements.expect(entry);
        outbox.add(entry);
        wake();
    }

    /** Whether a message is on its way, or was just stored and is being handed on. */
    boolean isSending() {
        return !underWay.isEmpty();
    }

    /** There is something new to send, or the server is back: waits no longer than the server asked for. */
    public void wake() {
        backoff.reset();
        wakeSignal.signal();
    }

    private void run() {
        try {
            while (!closed) {
                outbox.refresh();
                outbox.takeDamage().ifPresent(listener::damaged);
                boolean rests = underWay.isEmpty();
                settlements.report();
                if (rests && (receiver.isClosed() || outbox.waiting().isEmpty())) {
                    right.release(); // nothing goes out from here: one that is stopped must not keep others from
                    // sending
                    rest();
                } else if (right.tryTake()) {
                    rests &= !lookUpNames();
                    startLanes();
                    if (rests && underWay.isEmpty()) {
                        rest();
                    }
                }
                wakeSignal.await(outbox.waiting().isEmpty() ? IDLE_LOOK_INTERVAL_MILLIS : LOOK_INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            // Closed.
        } catch (IOException | RuntimeException e) {
            stop(e);
        } finally {
            right.release();
        }
    }

    private void rest() {
        if (!receiver.isClosed()) {
            listener.resting();
        }
    }

    /** Looks names up before anything is sent; a name that failed before is looked up in parallel to the sending. */
    private boolean lookUpNames() {
        boolean any = false;
        for (OutboxEntry entry : outbox.waiting()) {
            String name = entry.to();
            if (!entry.resolved() && backoff.isOver(name) && underWay.add(name)) {
                any = true;
                Runnable lookUp = () -> work(name, () -> lookUp(entry));
                if (backoff.hasFailed(name)) {
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
        for (long room : sendOrder.rooms()) {
            if (!closed && backoff.isOver(room) && underWay.add(room)) {
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
            wakeSignal.signal();
        }
    }

    private void drain(long room) throws IOException {
        Optional<OutboxEntry> next = sendOrder.next(room);
        while (!closed && next.isPresent() && send(next.get())) {
            next = sendOrder.next(room);
        }
    }

    private boolean send(OutboxEntry entry) throws IOException {
        return attempt(entry, entry.room(), () -> {
            sending.make(entry);
            wakeSignal.signal();
        });
    }

    private interface Attempt {
        void make() throws IOException;
    }

    /** Whether there is nothing left to do for this step: it worked, or it never will. */
    private boolean attempt(OutboxEntry entry, Object lane, Attempt attempt) throws IOException {
        try {
            attempt.make();
            backoff.succeeded(lane);
            return true;
        } catch (NoSuchRoom e) {
            outbox.refused(entry.key(), e.getMessage());
            return true;
        } catch (NoAnswer e) {
            sending.recheckRooms();
            receiver.recheckHistory();
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
                listener.loggedOut();
            }
            return false;
        }
    }

    private void keep(OutboxEntry entry, Object lane, RuntimeException why, Duration atLeast) {
        backoff.failed(lane, atLeast);
        if (!closed) {
            listener.kept(entry, why);
        }
    }

    private void stop(Exception why) {
        if (!closed) {
            closed = true;
            listener.broken(why);
        }
    }

    /** Stops. What is under way may still be stored; its entry waits, and repeating it changes nothing. */
    @Override
    public void close() {
        closed = true;
        wakeSignal.signal();
        lanes.shutdown(); // without an interrupt, which would close the files under what is being written
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
