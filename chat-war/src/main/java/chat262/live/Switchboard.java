package chat262.live;

import chat262.api.Live;
import chat262.messages.CursorMoved;
import chat262.messages.Inbox;
import chat262.messages.MessagesAppended.Entry;
import chat262.problems.FaultMapper;
import chat262.problems.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Everything that happens to the live stream comes here and is done by one thread, in the order in which it came. So who
 * hears what needs no locks, and nobody who stores or reads waits for those who listen. Its other methods may be called by
 * any thread, and return at once.
 */
final class Switchboard implements Runnable {
    private static final Logger LOG = Logger.getLogger(Switchboard.class.getName());

    /** So many batches may wait. One more is dropped, and read from the table once there is time. */
    private static final int MOST_BATCHES = 1000;

    /** So many sockets are subscribed with one look at the database. */
    private static final int MOST_ARRIVING = 100;

    private final Subscriptions subscriptions;
    private final Delivery delivery;
    private final RoomNews news;
    private final Acks acks;
    private final ClientTalk talk;
    private final Cursors cursors;
    private final SessionCheck sessions;

    private final Tasks tasks;
    private final AtomicInteger batches = new AtomicInteger();
    private final Queue<LiveSocket> arriving = new ConcurrentLinkedQueue<>();
    private final Set<LiveSocket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Switchboard(
            Tasks tasks,
            Subscriptions subscriptions,
            Delivery delivery,
            RoomNews news,
            Inbox inbox,
            SessionCheck sessions) {
        this.tasks = tasks;
        this.subscriptions = subscriptions;
        this.delivery = delivery;
        this.news = news;
        this.acks = new Acks(inbox, this::moved);
        this.talk = new ClientTalk(subscriptions, acks);
        this.cursors = new Cursors(subscriptions);
        this.sessions = sessions;
    }

    /** Does what comes, until the thread is interrupted. */
    @Override
    public void run() {
        tasks.run();
    }

    /** All that have been opened and are not over yet. */
    Collection<LiveSocket> sockets() {
        return sockets;
    }

    void opened(LiveSocket socket) {
        sockets.add(socket);
        if (stopping) {
            socket.close(Live.RESTART, "the server stops");
            return;
        }
        arriving.add(socket);
        tasks.add(this::subscribeArriving);
    }

    private void subscribeArriving() {
        List<LiveSocket> some = new ArrayList<>();
        while (some.size() < MOST_ARRIVING && !arriving.isEmpty()) {
            some.add(arriving.poll());
        }
        some.removeIf(socket -> !socket.isOpen()); // gone already, and forgotten
        try {
            subscriptions.add(some);
            sessions.check(some); // one may have ended since it opened the door
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Sockets could not be subscribed", e);
            some.forEach(socket -> socket.close(Live.TOO_SLOW, "the database did not answer: connect again"));
            return;
        }
        some.forEach(news::greet);
    }

    /** A socket closes: it hears of nothing any more. */
    void left(LiveSocket socket) {
        tasks.add(() -> subscriptions.remove(socket));
    }

    /** A socket is closed. */
    void over(LiveSocket socket) {
        sockets.remove(socket);
        left(socket);
    }

    /**
     * Passes on what clients have said so far, closes all sockets, and those that open from now on. It needs no class that is
     * not in use already, as the container loads none any more by then.
     */
    void stop() {
        stopping = true;
        tasks.add(() -> {
            acks.passOn();
            sockets.forEach(socket -> socket.close(Live.RESTART, "the server stops"));
        });
    }

    /** A client says something; null stands for bytes. */
    void heard(LiveSocket socket, String text) {
        try {
            if (text == null) {
                throw Problems.invalid("the frame is not a text");
            }
            ClientFrame frame = ClientFrame.of(text);
            if (frame.type() != Live.Type.PONG) { // that somebody is there is all it says
                enqueue(socket, frame);
            }
        } catch (RuntimeException e) {
            socket.send(ServerFrames.problem(FaultMapper.problem(e), null));
        }
    }

    private void enqueue(LiveSocket socket, ClientFrame frame) {
        if (!socket.frameWaits()) {
            socket.close(Violation.TOO_MANY, "frames come faster than they can be taken");
            return;
        }
        Runnable task = () -> {
            socket.frameIsTaken();
            talk.heard(socket, frame);
        };
        if (frame.type() == Live.Type.ACK) {
            tasks.addWithoutWaking(task); // passOnAcks comes soon
        } else {
            tasks.add(task);
        }
    }

    /** Entries are in the log: those that this node has stored, or that another one tells of. */
    void appended(List<Entry> entries) {
        if (batches.incrementAndGet() > MOST_BATCHES) {
            batches.decrementAndGet();
            return;
        }
        tasks.add(() -> {
            batches.decrementAndGet();
            delivery.deliver(entries);
        });
    }

    /** Two accounts have a direct room now. */
    void directOpened(long roomId, List<Long> accountIds) {
        tasks.add(() -> {
            delivery.beginDirect(roomId, accountIds);
            accountIds.forEach(accountId -> news.tell(roomId, subscriptions.of(accountId)));
        });
    }

    /** One of the two accounts of a direct room was deleted. */
    void directClosed(long roomId) {
        tasks.add(() -> {
            Audience audience = subscriptions.audience(roomId);
            if (audience != null) {
                news.tell(roomId, audience.sockets());
            }
        });
    }

    /** Somebody has acknowledged. */
    void moved(CursorMoved event) {
        tasks.add(() -> cursors.moved(event));
    }

    /** Stores what clients have shown since the last time. */
    void passOnAcks() {
        tasks.add(acks::passOn);
    }

    /** Tells watchers of all cursors that have moved since the last time. */
    void tellCursors() {
        tasks.add(cursors::tellWatchers);
    }

    /** Some sessions of an account have ended. */
    void sessionsEnded(long accountId) {
        tasks.add(() -> sessions.check(subscriptions.of(accountId)));
    }

    /** Looks at the tables, for whatever nobody has told of. */
    void sweep() {
        tasks.add(() -> {
            sessions.check(sockets);
            delivery.sweep();
        });
    }
}
