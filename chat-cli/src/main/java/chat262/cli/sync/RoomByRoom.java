package chat262.cli.sync;

import chat262.api.rooms.Room;
import chat262.cli.server.RequestRejected;
import java.util.Collection;
import java.util.Optional;

/** Does something for each of some rooms; a rejection for one room doesn't stop the others. */
final class RoomByRoom {
    /** What is done for a room. */
    interface Step<E extends Exception> {
        void with(Room room) throws E;
    }

    private RoomByRoom() {}

    /**
     * Does it for all of them.
     *
     * @return the last rejection, to be handled at the end; empty if there was none
     * @throws RequestRejected at once, if the session has ended
     */
    static <E extends Exception> Optional<RequestRejected> each(Collection<Room> rooms, Step<E> step) throws E {
        RequestRejected refused = null;
        for (Room room : rooms) {
            try {
                step.with(room);
            } catch (RequestRejected e) {
                if (e.isLogin()) {
                    throw e;
                }
                refused = e;
            }
        }
        return Optional.ofNullable(refused);
    }
}
