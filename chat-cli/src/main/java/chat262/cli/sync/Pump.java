package chat262.cli.sync;

import chat262.api.Message;
import chat262.api.rooms.Room;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.Journal;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The loop that receives: it learns of changes, fetches, journals, lets the views show, and acknowledges what was shown. It
 * has a thread of its own; the other methods may be called by any thread.
 */
public final class Pump implements Closeable, Receiver {
    private static final long CLOSE_TIMEOUT_MILLIS = 2000;
    private static final String SERVER = "the server";

    private final Journal journal;
    private final SyncListener listener;
    private final RoomPoller poller;
    private final Backoff<String> backoff = new Backoff<>();
    private final Thread thread = new Thread(this::run, "pump");
    private final Absence absence = new Absence();
    private final HistoryCheck history;
    private final Acknowledgements acknowledgements;
    private final RoomFetcher fetcher;
    private Runnable whenInStep = () -> {};
    private boolean wasInStep;
    private Boolean up;
    private volatile boolean closed;

    Pump(ChatServer server, Journal journal, String epoch, SyncListener listener) {
        this.journal = journal;
        this.listener = listener;
        this.poller = new RoomPoller(server, epoch);
        this.history = new HistoryCheck(journal);
        this.acknowledgements = new Acknowledgements(server, journal, epoch, history);
        this.fetcher = new RoomFetcher(server, journal, epoch, history, listener, this::recheckHistory);
        thread.setDaemon(true);
    }

    /** Starts; {@code whenInStep} runs when everything was compared, at first and again each time after the server was away. */
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
            listener.historyChanged(e.epoch());
        } catch (InterruptedException e) {
            // Closed.
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                listener.broken(e);
            }
        }
    }

    private void round() throws IOException, InterruptedException {
        try {
            Optional<RequestRejected> fetching = isTimeToPoll() ? takeWhatChanged() : Optional.empty();
            Optional<RequestRejected> refused =
                    acknowledgements.tell(fetcher.rooms()).or(() -> fetching);
            if (refused.isPresent()) {
                throw refused.get();
            }
            if (history.pending().isPresent()) {
                poller.pollNow();
            }
            backoff.succeeded(SERVER);
        } catch (NoAnswer e) {
            history.invalidate();
            wasInStep = false;
            failed(e, null);
        } catch (RequestRejected e) {
            if (e.isLogin()) {
                closed = true;
                listener.loggedOut();
                return;
            }
            failed(e, e);
        }
    }

    private boolean isTimeToPoll() throws InterruptedException {
        absence.begin();
        boolean isTime = poller.isTimeToPoll(backoff.millisLeft(SERVER));
        if (absence.ended(RoomPoller.STREAMING_POLL_INTERVAL_MILLIS)) {
            history.invalidate(); // the server may have been away as well
            return true;
        }
        return isTime;
    }

    /** Returns the last rejection, if there was one. */
    private Optional<RequestRejected> takeWhatChanged() throws IOException {
        OptionalLong check = history.pending();
        if (check.isPresent()) {
            poller.forget();
        }
        List<Room> changed = poller.poll();
        if (check.isPresent()) {
            history.listReceived(check.getAsLong(), changed);
        }
        link(true, null);
        Optional<RequestRejected> refused = RoomByRoom.each(changed, room -> {
            takeIfStillThere(room);
            history.confirm(room.id());
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
        backoff.failed(SERVER, refused == null ? null : refused.retryAfter().orElse(null));
        poller.forget();
        link(false, why.getMessage());
    }

    private void link(boolean isUp, String why) {
        if (up == null || up != isUp) {
            up = isUp;
            listener.link(isUp, why);
        }
    }

    /** Whether it has ended: closed, logged out, or the history has changed. */
    @Override
    public boolean isClosed() {
        return closed;
    }

    /** Whether a live stream tells of changes now. */
    void streaming(boolean now) {
        if (poller.streaming() && !now) {
            history.invalidate();
        }
        poller.streaming(now);
    }

    @Override
    public void recheckHistory() {
        history.invalidate();
        poller.pollNow();
    }

    @Override
    public boolean isConfirmed(long room) {
        return !closed && history.isConfirmed(room);
    }

    /** Whether the journal has been compared with all rooms since the server was reachable last. */
    public boolean isInStep() {
        return history.isAllConfirmed();
    }

    /** Something was shown, and can be acknowledged. */
    public void shown() {
        poller.wake();
    }

    /** Asks at once for what is new. */
    public void pollNow() {
        poller.pollNow();
    }

    /** What the server last said of a room; null if it hasn't yet. */
    public Room room(long id) {
        return fetcher.room(id);
    }

    /** Fetches what a room has beyond the journal. */
    public synchronized void take(Room room) throws IOException {
        fetcher.take(room);
    }

    /** Takes a message that was not fetched: either it is the next one of its room, or others have to be fetched first. */
    @Override
    public synchronized void message(Message message) throws IOException {
        OptionalLong last = journal.last(message.room());
        if (closed) {
            return;
        }
        if (last.isPresent() && message.seq() <= last.getAsLong()) {
            if (history.contradicts(message)) {
                recheckHistory();
            }
        } else if (last.isPresent() && message.seq() == last.getAsLong() + 1 && isConfirmed(message.room())) {
            journal.accept(message.room(), List.of(message));
            listener.arrived(message.room());
        } else {
            pollNow();
        }
    }

    /** Stops; tries once more to acknowledge what was shown. If that fails, the next run does it. */
    @Override
    public void close() {
        boolean wasAtWork = !closed;
        closed = true;
        poller.pollNow();
        try {
            thread.join(CLOSE_TIMEOUT_MILLIS);
            if (wasAtWork && Boolean.TRUE.equals(up) && !thread.isAlive()) {
                Thread last = new Thread(this::acknowledgeIfPossible, "last acknowledgement");
                last.setDaemon(true);
                last.start();
                last.join(CLOSE_TIMEOUT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acknowledgeIfPossible() {
        try {
            acknowledgements.tell(fetcher.rooms());
        } catch (RuntimeException e) {
            // What was shown is in the journal.
        }
    }
}
