package chat262.cli.sync;

import chat262.api.problems.ProblemType;
import chat262.api.rooms.Room;
import chat262.cli.server.ChatServer;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.Journal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the server up to where rooms were shown. */
final class Acknowledgements {
    private final ChatServer server;
    private final Journal journal;
    private final String epoch;
    private final HistoryCheck history;
    private final Map<Long, Long> told = new ConcurrentHashMap<>();

    Acknowledgements(ChatServer server, Journal journal, String epoch, HistoryCheck history) {
        this.server = server;
        this.journal = journal;
        this.epoch = epoch;
        this.history = history;
    }

    /**
     * Acknowledges what was shown beyond what the server knows, in the rooms that continue the journal; returns the
     * rejection, if there was one.
     */
    Optional<RequestRejected> tell(Collection<Room> rooms) {
        return RoomByRoom.each(rooms, room -> {
            long shown = journal.shown(room.id());
            if (history.isConfirmed(room.id()) && shown > Math.max(room.cursor(), told.getOrDefault(room.id(), 0L))) {
                tell(room.id(), shown);
            }
        });
    }

    private void tell(long room, long shown) {
        try {
            HistoryChanged.unless(epoch, server.acknowledge(room, shown, epoch).epoch());
        } catch (RequestRejected e) {
            if (!e.isFinal()) {
                throw e;
            }
            if (e.is(ProblemType.HISTORY_CHANGED) || e.is(ProblemType.BEYOND_THE_END)) {
                history.invalidate();
                return;
            }
            // No longer a member: there is nothing to acknowledge any more.
        }
        told.put(room, shown);
    }
}
