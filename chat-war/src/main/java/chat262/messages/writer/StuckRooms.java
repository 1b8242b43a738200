package chat262.messages.writer;

import chat262.messages.writer.BatchWriter.TransientFault;
import chat262.platform.SafeLog;
import chat262.problems.Problems;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Rooms that are put aside because a lock was not to be had, so that all others go on: a second thread tries them, one at a
 * time. What comes for such a room waits in the inbox until all that was there before is answered; so each room's order stays,
 * and a room belongs to one of the two threads at any moment. Thread-safe.
 */
final class StuckRooms implements Runnable {
    private static final Logger LOG = Logger.getLogger(StuckRooms.class.getName());

    /** A deadlock fails at once, and would again; a lock that is held makes a try wait for seconds in the database. */
    private static final long PAUSE_MILLIS = 20;

    private final Inbox inbox;
    private final BatchWriter writer;
    private final Consumer<List<Runnable>> failed;
    private final long timeoutNanos;
    private final Deque<Room> rooms = new ArrayDeque<>();
    private boolean stopped;

    /** A room with what was taken of it from the inbox. */
    private record Room(long id, long since, Deque<Batch> parts) {}

    /**
     * No room yet.
     *
     * @param writer used by the thread that runs this, only
     * @param failed gets the answers to what is given up
     * @param timeout how long requests wait for a room
     */
    StuckRooms(Inbox inbox, BatchWriter writer, Consumer<List<Runnable>> failed, Duration timeout) {
        this.inbox = inbox;
        this.writer = writer;
        this.failed = failed;
        this.timeoutNanos = timeout.toNanos();
    }

    /** Takes the rooms of the first part, and all that the other parts have of them. */
    synchronized void take(Deque<Batch> parts) {
        Set<Long> ids = parts.element().rooms();
        for (long id : ids) {
            // In front of those that have been tried: few of the rooms of a batch are locked.
            rooms.addFirst(new Room(id, System.nanoTime(), filtered(parts, id)));
            inbox.putAside(id);
        }
        for (int count = parts.size(); count > 0; count--) {
            Batch rest = parts.remove().of(id -> !ids.contains(id));
            if (!rest.isEmpty()) {
                parts.add(rest);
            }
        }
        notifyAll();
    }

    private static Deque<Batch> filtered(Deque<Batch> parts, long id) {
        Deque<Batch> ofRoom = new ArrayDeque<>();
        for (Batch part : parts) {
            Batch some = part.of(room -> room == id);
            if (!some.isEmpty()) {
                ofRoom.add(some);
            }
        }
        return ofRoom;
    }

    /** No more rooms come; each has one more try. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    @Override
    public void run() {
        for (Room room = next(); room != null; room = next()) {
            try {
                tryOnce(room);
            } catch (RuntimeException | Error e) { // without this thread the room would never be stored again
                SafeLog.log(LOG, Level.SEVERE, "A room ended in an unexpected way", e);
                giveUp(room, e);
            }
        }
        writer.disconnect();
    }

    /** The next room; null once there will be none any more. */
    private synchronized Room next() {
        try {
            while (rooms.isEmpty() && !stopped) {
                wait();
            }
        } catch (InterruptedException e) {
            stopped = true; // only a container that stops interrupts this
        }
        return rooms.poll();
    }

    private void tryOnce(Room room) {
        try {
            do {
                writer.write(room.parts);
            } while (!inbox.takeBack(room.id) && refill(room));
        } catch (TransientFault e) {
            if (isStopped() || System.nanoTime() - room.since > timeoutNanos) {
                LOG.log(Level.WARNING, "Room " + room.id + " could not be locked for too long", e.getCause());
                giveUp(room, Problems.unavailable());
            } else {
                putBack(room);
            }
        }
    }

    private boolean refill(Room room) {
        Batch more = inbox.takeAside(room.id);
        return !more.isEmpty() && room.parts.add(more);
    }

    /** Fails all that was taken of a room. What has come meanwhile has its own time. */
    private void giveUp(Room room, Throwable failure) {
        room.parts.forEach(part -> failed.accept(part.failures(failure)));
        Batch later = inbox.takeAside(room.id);
        if (!later.isEmpty()) {
            putBack(new Room(room.id, System.nanoTime(), new ArrayDeque<>(List.of(later))));
        }
    }

    private synchronized void putBack(Room room) {
        rooms.addLast(room);
        try {
            wait(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
