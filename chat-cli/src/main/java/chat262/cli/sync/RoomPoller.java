package chat262.cli.sync;

import chat262.api.rooms.Room;
import chat262.api.rooms.RoomList;
import chat262.cli.server.ChatServer;
import chat262.cli.server.TaggedRooms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the pump what there is to fetch, by asking for the list of rooms: when the live stream has reported a change, and
 * twice a second while there is no stream. The answer carries a tag, so that an unchanged list costs next to nothing.
 */
final class RoomPoller {
    private static final long POLL_INTERVAL_MILLIS = 500;

    /** Nothing depends on the stream, so the list is asked for now and then even while there is one. */
    static final long STREAMING_POLL_INTERVAL_MILLIS = 30_000;

    private final ChatServer server;
    private final String epoch;
    private final WakeSignal wakeSignal = new WakeSignal();
    private final Map<Long, Room> known = new HashMap<>();
    private String tag;
    private long askedAt = System.nanoTime();
    private volatile boolean streaming;
    private volatile boolean wanted;

    RoomPoller(ChatServer server, String epoch) {
        this.server = server;
        this.epoch = epoch;
    }

    /** Asks at once: ends the present or the next wait. */
    void pollNow() {
        wanted = true;
        wakeSignal.signal();
    }

    /** Ends the present or the next wait, because there is something else to do than to ask. */
    void wake() {
        wakeSignal.signal();
    }

    /** Whether a live stream tells of changes now. Either way something may have been missed just before. */
    void streaming(boolean now) {
        streaming = now;
        pollNow();
    }

    /** Whether a live stream tells of changes, as far as was said last. */
    boolean streaming() {
        return streaming;
    }

    /**
     * Waits until it is time to ask again, or until it is woken.
     *
     * @param atLeastMillis wait at least so long, unless {@link #pollNow} was called
     * @return whether it is time
     */
    boolean isTimeToPoll(long atLeastMillis) throws InterruptedException {
        long every = streaming && tag != null ? STREAMING_POLL_INTERVAL_MILLIS : POLL_INTERVAL_MILLIS;
        wakeSignal.await(tag == null && atLeastMillis == 0 ? 0 : Math.max(every, atLeastMillis));
        return !streaming || tag == null || wanted || (System.nanoTime() - askedAt) / 1_000_000 >= every;
    }

    /** Asks, and returns the rooms that are not as they were; empty if all are. */
    List<Room> poll() {
        wanted = false;
        askedAt = System.nanoTime();
        Optional<TaggedRooms> answer = server.rooms(tag);
        if (answer.isEmpty()) {
            return List.of();
        }
        List<Room> changed = changed(answer.get().rooms());
        tag = answer.get().tag();
        return changed;
    }

    /** The list starts with the latest activity: where a page ends with a room that is as it was, so is all below it. */
    private List<Room> changed(RoomList first) {
        List<Room> changed = new ArrayList<>();
        RoomList page = first;
        while (true) {
            HistoryChanged.unless(epoch, page.epoch());
            List<Room> rooms = page.rooms();
            rooms.stream().filter(room -> !room.equals(known.get(room.id()))).forEach(changed::add);
            boolean lastIsKnown = !rooms.isEmpty()
                    && rooms.get(rooms.size() - 1)
                            .equals(known.get(rooms.get(rooms.size() - 1).id()));
            if (page.nextPage() == null || lastIsKnown) {
                changed.forEach(room -> known.put(room.id(), room));
                return changed;
            }
            page = server.roomsAt(page.nextPage());
        }
    }

    /** Lets everything count as changed: what the last answers said was not fully used. */
    void forget() {
        known.clear();
        tag = null;
    }
}
