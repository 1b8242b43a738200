package chat262.cli.interactive;

import chat262.api.rooms.Room;
import chat262.cli.store.Damage;
import chat262.cli.store.KnownRoom;
import chat262.cli.store.OutboxEntry;
import chat262.cli.sync.SyncListener;
import java.io.Closeable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Hands the events of a device on, in their order, in a thread of its own: a screen that takes nothing, as while an editor is
 * open or after Ctrl+S, holds up neither receiving nor sending.
 */
final class EventQueue implements SyncListener, Closeable {
    private static final long DRAIN_TIMEOUT_MILLIS = 2000;

    private final SyncListener listener;
    private final Set<Long> arrived = ConcurrentHashMap.newKeySet();
    private final ExecutorService events = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "events");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    EventQueue(SyncListener listener) {
        this.listener = listener;
    }

    private synchronized void add(Runnable event) {
        if (!closed) {
            events.execute(() -> handle(event));
        }
    }

    private void handle(Runnable event) {
        if (closed) {
            return; // the device that it is about is closed
        }
        try {
            event.run();
        } catch (RuntimeException e) {
            listener.broken(e);
        }
    }

    /** Waits until all that has happened so far is handled, or can't be for the moment. */
    void drain() {
        CountDownLatch handled = new CountDownLatch(1);
        add(handled::countDown);
        try {
            handled.await(closed ? 0 : DRAIN_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Drops what is left. */
    @Override
    public synchronized void close() {
        closed = true;
        events.shutdown();
    }

    @Override
    public void arrived(long room) {
        if (arrived.add(room)) { // what comes until it is handled is handled with it
            add(() -> {
                arrived.remove(room);
                listener.arrived(room);
            });
        }
    }

    @Override
    public void listed(Room room) {
        add(() -> listener.listed(room));
    }

    @Override
    public void read(long room) {
        add(() -> listener.read(room));
    }

    @Override
    public void missed(KnownRoom room, long first, long last) {
        add(() -> listener.missed(room, first, last));
    }

    @Override
    public void link(boolean up, String why) {
        add(() -> listener.link(up, why));
    }

    @Override
    public void settled(OutboxEntry entry) {
        add(() -> listener.settled(entry));
    }

    @Override
    public void kept(OutboxEntry entry, RuntimeException why) {
        add(() -> listener.kept(entry, why));
    }

    @Override
    public void loggedOut() {
        add(listener::loggedOut);
    }

    @Override
    public void historyChanged(String epoch) {
        add(() -> listener.historyChanged(epoch));
    }

    @Override
    public void damaged(Damage damage) {
        add(() -> listener.damaged(damage));
    }

    @Override
    public void fetchedAgain(KnownRoom room, int count) {
        add(() -> listener.fetchedAgain(room, count));
    }

    @Override
    public void broken(Exception why) {
        add(() -> listener.broken(why));
    }
}
