package chat262.live;

import chat262.api.Live;
import chat262.cluster.Hints;
import chat262.messages.writer.CursorMoved;
import chat262.messages.writer.Inbox;
import chat262.messages.writer.MessagesAppended.Entry;
import chat262.problems.FaultMapper;
import chat262.problems.Problems;
import chat262.websocket.CloseCode;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Handles all events of the live stream on one thread, in the order in which they come, so that routing needs no locks.
 * Its methods may be called by any thread; they add an event and return at once.
 */
final class LiveEventLoop {
    private static final Logger LOG = Logger.getLogger(LiveEventLoop.class.getName());

    /** This many batches of entries may wait. One more is dropped; its entries are read from the table later. */
    private static final int MAX_WAITING_BATCHES = 1000;

    /** This many new devices are subscribed together, with the same queries. */
    private static final int MAX_SUBSCRIBED_TOGETHER = 100;

    /** Acknowledgements wait for so long, for others to come; and so do the cursors that watchers see. */
    private static final long ACKS_INTERVAL_MILLIS = 100;

    private static final long RECEIPTS_INTERVAL_MILLIS = 1_000;

    private final Subscriptions subscriptions;
    private final Delivery delivery;
    private final RoomSnapshots snapshots;
    private final AckBuffer acks;
    private final ClientFrameHandler frames;
    private final StreamSends sends;
    private final ReadReceipts receipts;
    private final SessionCheck sessions;
    private final Sweep sweep;
    private final Hints hints;
    private final ThrottledTask ackFlush;
    private final ThrottledTask receiptFlush;

    private final SerialExecutor executor;
    private final AtomicInteger waitingBatches = new AtomicInteger();
    private final Queue<Subscriber> arriving = new ConcurrentLinkedQueue<>();
    private final Set<Subscriber> connected = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    LiveEventLoop(
            SerialExecutor executor,
            Routing routing,
            Inbox inbox,
            StreamSends sends,
            Sweep sweep,
            Hints hints,
            ScheduledExecutorService clock) {
        this.executor = executor;
        this.subscriptions = routing.subscriptions();
        this.delivery = routing.delivery();
        this.snapshots = routing.snapshots();
        this.acks = new AckBuffer(inbox, this::cursorMoved);
        this.frames = new ClientFrameHandler(subscriptions, acks, hints);
        this.sends = sends;
        this.receipts = routing.receipts();
        this.sweep = sweep;
        this.hints = hints;
        this.sessions = routing.sessions();
        this.ackFlush = new ThrottledTask(clock, ACKS_INTERVAL_MILLIS, ACKS_INTERVAL_MILLIS, this::flushAcks);
        this.receiptFlush =
                new ThrottledTask(clock, 0, RECEIPTS_INTERVAL_MILLIS, () -> executor.execute(receipts::flush));
    }

    /** All devices whose connections are not closed yet. */
    Collection<Subscriber> connected() {
        return connected;
    }

    void opened(Subscriber subscriber) {
        connected.add(subscriber);
        if (stopping) {
            subscriber.close(Live.RESTART, "the server stops");
            return;
        }
        arriving.add(subscriber);
        executor.execute(this::subscribeArriving);
    }

    private void subscribeArriving() {
        List<Subscriber> some = new ArrayList<>();
        while (some.size() < MAX_SUBSCRIBED_TOGETHER && !arriving.isEmpty()) {
            some.add(arriving.poll());
        }
        some.removeIf(subscriber -> !subscriber.isOpen()); // closed already, and removed
        try {
            subscriptions.add(some, receipts::seen);
            sessions.check(some); // one may have ended since it was authenticated
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Devices could not be subscribed", e);
            some.forEach(subscriber -> subscriber.close(Live.TOO_SLOW, "the database did not answer: connect again"));
            return;
        }
        some.forEach(snapshots::sendHello);
    }

    /** A connection begins to close: nothing is pushed to it any more. */
    void closing(Subscriber subscriber) {
        executor.execute(() -> subscriptions.remove(subscriber));
    }

    /** A connection is closed. */
    void closed(Subscriber subscriber) {
        connected.remove(subscriber);
        closing(subscriber);
    }

    /**
     * Hands over the acknowledgements that have come, and closes all connections, also those that open later. It must use no
     * class for the first time, as the container loads none any more by then.
     */
    void stop() {
        stopping = true;
        executor.execute(() -> {
            acks.flush();
            connected.forEach(subscriber -> subscriber.close(Live.RESTART, "the server stops"));
        });
    }

    /** A client has sent a text. */
    void received(Subscriber subscriber, String text) {
        try {
            JsonObject frame = ClientFrame.object(text);
            Live.Type type = ClientFrame.type(frame);
            switch (type) {
                case PONG -> {} // a sign of life, which the connection has noted
                case SEND -> sends.receive(subscriber, frame); // at once: it has its order from the connection
                default -> handleLater(subscriber, ClientFrame.of(type, frame));
            }
        } catch (RuntimeException e) {
            subscriber.send(ServerFrames.problem(FaultMapper.problem(e), null));
        }
    }

    /** A client has sent bytes that are no text. */
    void receivedBinary(Subscriber subscriber) {
        subscriber.send(ServerFrames.problem(Problems.invalid("the frame is not a text"), null));
    }

    private void handleLater(Subscriber subscriber, ClientFrame frame) {
        if (!subscriber.addPendingFrame()) {
            subscriber.close(CloseCode.POLICY_VIOLATION, "frames come faster than they can be taken");
            return;
        }
        Runnable task = () -> {
            subscriber.removePendingFrame();
            frames.handle(subscriber, frame);
        };
        if (frame.type() == Live.Type.ACK) {
            executor.executeLazily(task); // flushAcks comes soon
            ackFlush.request();
        } else {
            executor.execute(task);
        }
    }

    /** This node has stored entries. */
    void appended(List<Entry> entries) {
        if (waitingBatches.incrementAndGet() > MAX_WAITING_BATCHES) {
            waitingBatches.decrementAndGet();
            entries.forEach(entry -> StreamSend.answer(entry, null));
            return;
        }
        executor.execute(() -> {
            waitingBatches.decrementAndGet();
            delivery.deliver(entries);
        });
    }

    /** Two accounts have a direct room now. */
    void directOpened(long roomId, List<Long> accountIds) {
        executor.execute(() -> {
            delivery.beginDirect(roomId, accountIds);
            accountIds.forEach(accountId -> snapshots.send(roomId, subscriptions.of(accountId)));
        });
    }

    /** One of the two accounts of a direct room was deleted. */
    void directClosed(long roomId) {
        executor.execute(() -> snapshots.sendClosed(roomId));
    }

    /** A member's acknowledgement is durable. */
    void cursorMoved(CursorMoved event) {
        hints.cursorMoved(event.roomId(), event.caller().accountId());
        executor.execute(() -> {
            if (receipts.cursorMoved(event)) {
                receiptFlush.request();
            }
        });
    }

    /** Hands over the acknowledgements that have come since the last time. */
    void flushAcks() {
        executor.execute(acks::flush);
    }

    /** Some sessions of an account have ended. */
    void sessionsEnded(long accountId) {
        executor.execute(() -> sessions.check(subscriptions.of(accountId)));
    }

    /** Compares with the tables, to find changes without an event. */
    void sweep() {
        executor.execute(() -> sweep.run(connected));
    }

    /** The same at once with everything, as hints may have been missed. */
    void sweepWhole() {
        executor.execute(() -> sweep.runWhole(connected));
    }

    /** Has the watchers told soon what has moved. */
    void requestReceipts() {
        receiptFlush.request();
    }

    /** Runs a task after all events that have come. */
    void execute(Runnable task) {
        executor.execute(task);
    }
}
