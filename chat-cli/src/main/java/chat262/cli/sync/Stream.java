package chat262.cli.sync;

import chat262.api.Live;
import chat262.api.Message;
import chat262.cli.server.ChatServer;
import chat262.cli.server.LiveStream;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import chat262.cli.server.StreamSends;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the live stream open as long as it can be had, and tells the {@link Pump} what it brings. It saves time and
 * requests; nothing depends on it.
 */
final class Stream implements Closeable, LiveStream.Listener {
    private static final String SERVER = "the stream";
    private static final long LOOK_INTERVAL_MILLIS = 5_000;

    private final ChatServer server;
    private final Pump pump;
    private final Readers readers;
    private final StreamSends sends;
    private final SyncListener listener;
    private final Absence absence = new Absence();
    private final WakeSignal wakeSignal = new WakeSignal();
    private final Backoff<String> backoff = new Backoff<>();
    private final Thread thread = new Thread(this::run, "stream");
    private volatile LiveStream live;
    private volatile boolean greeted;
    private volatile boolean closed;

    Stream(ChatServer server, Pump pump, Readers readers, StreamSends sends, SyncListener listener) {
        this.server = server;
        this.pump = pump;
        this.readers = readers;
        this.sends = sends;
        this.listener = listener;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The server is back: doesn't wait any longer. */
    void wake() {
        backoff.reset();
        wakeSignal.signal();
    }

    private void run() {
        try {
            while (!closed && !pump.isClosed()) {
                listen();
                if (!closed) { // closing this stream says nothing of the server
                    pump.streaming(false);
                }
                backoff.failed(SERVER, null);
                while (!closed && !pump.isClosed() && !backoff.isOver(SERVER)) {
                    wakeSignal.await(backoff.millisLeft(SERVER));
                }
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private void listen() throws InterruptedException {
        greeted = false;
        try (LiveStream opened = server.live(this)) {
            live = opened;
            beginSending();
            watch(readers.room(), true);
            readers.ask();
            boolean wasAway = false;
            while (!closed && !opened.isOver() && !wasAway) {
                absence.begin();
                wakeSignal.await(LOOK_INTERVAL_MILLIS);
                wasAway = absence.ended(LOOK_INTERVAL_MILLIS); // so the connection says nothing of the server any more
            }
        } catch (NoAnswer e) {
            // The pump asks twice a second meanwhile, and says so if that doesn't work either.
        } finally {
            live = null;
            sends.down();
        }
    }

    /** Watches another room than before; {@link Readers#NONE} stands for none. */
    void watch(long room) {
        long before = readers.room();
        readers.watch(room);
        watch(before, false);
        watch(room, true);
    }

    private void watch(long room, boolean on) {
        LiveStream open = live;
        if (open != null && room != Readers.NONE) {
            open.watch(room, on);
        }
    }

    @Override
    public void greeted(LiveStream.Greeting greeting) {
        backoff.succeeded(SERVER);
        pump.streaming(true);
        greeted = true;
        beginSending();
    }

    /** The greeting may come before the connection is known here. */
    private void beginSending() {
        LiveStream open = live;
        if (open != null && greeted) {
            sends.up(open);
        }
    }

    @Override
    public void message(Message message) {
        if (message.kind().changesMembers()) {
            readers.changed(message.room());
        }
        try {
            pump.message(message);
            sends.message(message);
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                closed = true;
                listener.broken(e);
            }
        }
    }

    @Override
    public void changed() {
        pump.pollNow();
    }

    @Override
    public void stored(Live.Stored stored) {
        sends.stored(stored);
        pump.pollNow(); // the message was not pushed here
    }

    @Override
    public void refused(String key, Optional<RequestRejected> why) {
        sends.refused(key, why);
    }

    @Override
    public void cursors(long room, Map<String, Long> cursors) {
        readers.moved(room, cursors);
    }

    @Override
    public void ended() {
        wakeSignal.signal();
    }

    @Override
    public void close() {
        closed = true;
        wakeSignal.signal();
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
