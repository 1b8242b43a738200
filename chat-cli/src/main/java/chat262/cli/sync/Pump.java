package chat262.cli.sync;

import chat262.api.Message;
import chat262.api.MessagePage;
import chat262.api.Room;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.Journal;
import chat262.cli.store.KnownRoom;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The loop that receives: learns of changes, fetches, journals, lets the views show, and acknowledges what was shown.
 * It has a thread of its own; the other methods may be called by any.
 */
public final class Pump implements Closeable, Receiver {
    private static final int PAGE = 500;
    private static final long LAST_WORDS_MILLIS = 2000;
    private static final String SERVER = "the server";

    private final ChatServer server;
    private final Journal journal;
    private final String epoch;
    private final SyncListener watcher;
    private final Changes changes;
    private final Map<Long, Room> rooms = new ConcurrentHashMap<>();
    private final Backoff<String> pauses = new Backoff<>();
    private final Thread thread = new Thread(this::run, "pump");
    private final HistoryCheck agreement;
    private final Acknowledgements acknowledgements;
    private Runnable whenInStep = () -> {};
    private boolean wasInStep;
    private Boolean up;
    private volatile boolean closed;

    Pump(ChatServer server, Journal journal, String epoch, SyncListener watcher) {
        this.server = server;
        this.journal = journal;
        this.epoch = epoch;
        this.watcher = watcher;
        this.changes = new Changes(server, epoch);
        this.agreement = new HistoryCheck(journal);
        this.acknowledgements = new Acknowledgements(server, journal, epoch, agreement);
        thread.setDaemon(true);
    }

    /** Starts; {@code whenInStep} runs when everything was compared, at first and after each list that nobody answered. */
    void start(Runnable whenInStep) {
        this.whenInStep = whenInStep;
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
            Optional<RequestRejected> fetching =
                    changes.isTimeToAsk(pauses.millisLeft(SERVER)) ? takeWhatChanged() : Optional.empty();
            Optional<RequestRejected> refused =
                    acknowledgements.tell(rooms.values()).or(() -> fetching);
            if (refused.isPresent()) {
                throw refused.get();
            }
            if (agreement.unanswered().isPresent()) {
                changes.hurry();
            }
            pauses.worked(SERVER);
        } catch (NoAnswer e) {
            agreement.doubt();
            wasInStep = false;
            failed(e, null);
        } catch (RequestRejected e) {
            if (e.isLogin()) {
                closed = true;
                watcher.loggedOut();
                return;
            }
            failed(e, e);
        }
    }

    /** Returns what was refused, if anything was. */
    private Optional<RequestRejected> takeWhatChanged() throws IOException {
        OptionalLong doubt = agreement.unanswered();
        if (doubt.isPresent()) {
            changes.forget();
        }
        List<Room> changed = changes.ask();
        if (doubt.isPresent()) {
            agreement.answer(doubt.getAsLong(), changed);
        }
        link(true, null);
        Optional<RequestRejected> refused = RoomByRoom.each(changed, room -> {
            takeIfStillThere(room);
            agreement.found(room.id());
        });
        if (!wasInStep && isInStep()) {
            wasInStep = true;
            whenInStep.run();
        }
        return refused;
    }

    private void takeIfStillThere(Room room) throws IOException {
        try {
            take(room);
        } catch (RequestRejected e) {
            if (!e.isFinal()) { // or the membership has ended since the list was written
                throw e;
            }
        }
    }

    private void failed(RuntimeException why, RequestRejected refused) {
        pauses.failed(SERVER, refused == null ? null : refused.retryAfter().orElse(null));
        changes.forget();
        link(false, why.getMessage());
    }

    private void link(boolean isUp, String why) {
        if (up == null || up != isUp) {
            up = isUp;
            watcher.link(isUp, why);
        }
    }

    /** Whether it has ended: closed, logged out, or with a history that is no more. */
    @Override
    public boolean isClosed() {
        return closed;
    }

    /** Whether a live stream tells of changes now. */
    void streams(boolean now) {
        if (changes.streams() && !now) {
            agreement.doubt();
        }
        changes.streams(now);
    }

    @Override
    public void doubt() {
        agreement.doubt();
        changes.hurry();
    }

    @Override
    public boolean agrees(long room) {
        return !closed && agreement.isOn(room);
    }

    /** Whether the journal has been compared with all rooms since the server was there last. */
    public boolean isInStep() {
        return agreement.isOnAll();
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
        if (agreement.isRefutedBy(room)) {
            throw rolledBack();
        }
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

    /** Whoever finds it out, it is for the pump's own thread to tell. */
    private HistoryChanged rolledBack() {
        doubt();
        return new HistoryChanged(epoch);
    }

    private void fetch(long room, long upTo) throws IOException {
        long last = journal.last(room).orElseThrow();
        while (last != upTo) { // below is either old news or a history that was rolled back; the answer tells
            boolean hasLast = !journal.entries(room, last, last).isEmpty();
            MessagePage page = server.after(room, hasLast ? last - 1 : last, PAGE); // the last one too, to compare it
            HistoryChanged.unless(epoch, page.epoch());
            boolean isRefuted = !page.messages().isEmpty()
                    && agreement.isRefutedBy(page.messages().get(0));
            if (page.lastSeq() < last || isRefuted) {
                throw rolledBack();
            }
            agreement.found(room);
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

    /** Takes a message that came by another way than a fetch: the next one of its room, or a sign that one is missing. */
    @Override
    public synchronized void message(Message message) throws IOException {
        OptionalLong last = journal.last(message.room());
        if (closed) {
            return;
        }
        if (last.isPresent() && message.seq() <= last.getAsLong()) {
            if (agreement.isRefutedBy(message)) {
                doubt();
            }
        } else if (last.isPresent() && message.seq() == last.getAsLong() + 1 && agrees(message.room())) {
            journal.accept(message.room(), List.of(message));
            watcher.arrived(message.room());
        } else {
            hurry();
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
            acknowledgements.tell(rooms.values());
        } catch (RuntimeException e) {
            // What was shown is in the journal.
        }
    }
}
