package chat262.cli.store;

import chat262.api.Room;
import chat262.api.RoomKind;
import java.time.Instant;

/**
 * What is remembered of a room, so that it has a name without the server too.
 *
 * @param id the room's id
 * @param kind direct or group
 * @param name a group's name or the other member's; null if that account was deleted
 * @param createdAt when it was opened: with the id it tells the room from another after a restore
 */
public record KnownRoom(long id, RoomKind kind, String name, Instant createdAt) {
    public static KnownRoom of(Room room) {
        return new KnownRoom(
                room.id(), room.kind(), room.kind() == RoomKind.GROUP ? room.name() : room.peer(), room.createdAt());
    }

    /** How a person addresses it without ambiguity: {@code @bob} or {@code #Team}. */
    public String address() {
        return (kind == RoomKind.GROUP ? "#" : "@") + title();
    }

    /** What a person calls it. */
    public String title() {
        return name == null ? "<Account Deleted>" : name;
    }
}
