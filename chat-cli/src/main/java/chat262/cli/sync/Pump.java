package chat262.cli.sync;

import chat262.api.Message;
import chat262.api.MessagePage;
import chat262.api.Room;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.Refused;
import chat262.cli.store.Journal;
import chat262.cli.store.KnownRoom;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The loop that receives: learns of changes, fetches, journals, lets the views show, and acknowledges what was shown.
 * It has a thread of its own; the other methods may be called by any.
 */
public final class Pump implements Closeable {
    private static final int PAGE = 500;
    private static final long LAST_WORDS_MILLIS = 2000;
    private static final String SERVER = "the server";

    private final ChatServer server;
    private final Journal journal;
    private final String epoch;
    private final Watcher watcher;
    private final Changes changes;
    private final Map<Long, Room> rooms = new ConcurrentHashMap<>();
    private final Map<Long, Long> acknowledged = new ConcurrentHashMap<>();
    private final Pauses<String> pauses = new Pauses<>();
    private final Thread thread = new Thread(this::run, "pump");
    private Runnable whenReachable = () -> {};
    private Boolean up;
    private volatile boolean closed;

    Pump(ChatServer server, Journal journal, String epoch, Watcher watcher) {
        this.server = server;
        this.journal = journal;
        this.epoch = epoch;
        this.watcher = watcher;
        this.changes = new Changes(server);
        thread.setDaemon(true);
    }

    /** Starts; {@code whenReachable} runs each time the server can be reached again. */
    void start(Runnable whenReachable) {
        this.whenReachable = whenReachable;
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                round();
            }
        } catch (HistoryChanged e) {
            closed = true;
            watcher.historyChanged(e.epoch());
        } catch (InterruptedException e) {
            // Closed.
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                watcher.broken(e);
            }
        }
    }

    private void round() throws IOException, InterruptedException {
        try {
            List<Room> changed = changes.next(pauses.millisLeft(SERVER));
            link(true, null);
            for (Room room : changed) {
                takeIfStillThere(room);
            }
            acknowledge();
            pauses.worked(SERVER);
        } catch (NoAnswer e) {
            failed(e, null);
        } catch (Refused e) {
            if (e.isLogin()) {
                closed = true;
                watcher.loggedOut();
                return;
            }
            failed(e, e);
        }
    }

    private void takeIfStillThere(Room room) throws IOException {
        try {
            take(room);
        } catch (Refused e) {
            if (!e.isFinal()) { // or the membership has ended since the list was written
                throw e;
            }
        }
    }

    private void failed(RuntimeException why, Refused refused) {
        pauses.failed(SERVER, refused == null ? null : refused.retryAfter().orElse(null));
        changes.forget();
        link(false, why.getMessage());
    }

    private void link(boolean isUp, String why) {
        if (up == null || up != isUp) {
            boolean wasDown = up != null && !up;
            up = isUp;
            if (isUp && wasDown) {
                whenReachable.run();
            }
            watcher.link(isUp, why);
        }
    }

    /** Whether it has ended: closed, logged out, or with a history that is no more. */
    boolean isClosed() {
        return closed;
    }

    /** Whether a live stream tells of changes now. */
    void streams(boolean now) {
        changes.streams(now);
    }

    /** Something was shown, and can be acknowledged. */
    public void shown() {
        changes.wake();
    }

    /** Asks at once for what is new. */
    public void hurry() {
        changes.hurry();
    }

    /** What the server last said of a room; null if it hasn't yet. */
    public Room room(long id) {
        return rooms.get(id);
    }

    /** Fetches what a room has beyond the journal. */
    public synchronized void take(Room room) throws IOException {
        rooms.put(room.id(), room);
        journal.remember(KnownRoom.of(room));
        OptionalLong last = journal.last(room.id());
        if (last.isEmpty()) {
            journal.startAfter(room.id(), room.cursor());
        } else if (last.getAsLong() < room.since()) {
            journal.startAfter(room.id(), room.since());
            watcher.missed(KnownRoom.of(room), last.getAsLong() + 1, room.since());
        }
        fetch(room.id(), room.lastSeq());
        watcher.listed(room);
    }

    private void fetch(long room, long upTo) throws IOException {
        long last = journal.last(room).orElseThrow();
        while (last != upTo) { // below is either old news or a history that was rolled back; the answer tells
            MessagePage page = server.after(room, last, PAGE);
            check(page.epoch());
            if (page.lastSeq() < last) {
                throw new HistoryChanged(page.epoch());
            }
            List<Message> taken = journal.accept(room, page.messages());
            last += taken.size();
            if (!taken.isEmpty()) {
                watcher.arrived(room);
            }
            if (taken.isEmpty() || last >= upTo) {
                return;
            }
        }
    }

    private void check(String found) {
        if (!found.equals(epoch)) {
            throw new HistoryChanged(found);
        }
    }

    /** Takes a message that came by another way than a fetch: the next one of its room, or a sign that one is missing. */
    void offer(Message message) throws IOException {
        synchronized (this) {
            OptionalLong last = journal.last(message.room());
            if (closed || last.isPresent() && message.seq() <= last.getAsLong()) {
                return;
            }
            if (last.isPresent() && last.getAsLong() + 1 == message.seq()) {
                journal.accept(message.room(), List.of(message));
                watcher.arrived(message.room());
                return;
            }
        }
        hurry();
    }

    private void acknowledge() {
        for (Room room : rooms.values()) {
            long shown = journal.shown(room.id());
            if (shown > Math.max(room.cursor(), acknowledged.getOrDefault(room.id(), 0L))) {
                acknowledge(room.id(), shown);
            }
        }
    }

    private void acknowledge(long room, long shown) {
        try {
            check(server.acknowledge(room, shown, epoch).epoch());
            acknowledged.put(room, shown);
        } catch (Refused e) {
            if (!e.isFinal()) {
                throw e;
            }
            if (e.type()
                    .filter(type -> type == chat262.api.ProblemType.HISTORY_CHANGED
                            || type == chat262.api.ProblemType.BEYOND_THE_END)
                    .isPresent()) {
                changes.forget(); // the next fetch tells
            }
            acknowledged.put(room, shown); // no longer a member: there is nothing to acknowledge any more
        }
    }

    /** Stops; what was shown is acknowledged once more if that works soon. The next run does it otherwise. */
    @Override
    public void close() {
        boolean wasAtWork = !closed;
        closed = true;
        changes.hurry();
        try {
            thread.join(LAST_WORDS_MILLIS);
            if (wasAtWork && Boolean.TRUE.equals(up) && !thread.isAlive()) {
                Thread last = new Thread(this::acknowledgeIfPossible, "last acknowledgement");
                last.setDaemon(true);
                last.start();
                last.join(LAST_WORDS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acknowledgeIfPossible() {
        try {
            acknowledge();
        } catch (RuntimeException e) {
            // What was shown is in the journal.
        }
    }
}
