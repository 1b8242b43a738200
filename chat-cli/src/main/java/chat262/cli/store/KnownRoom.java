package chat262.cli.store;

import chat262.api.rooms.Room;
import chat262.api.rooms.RoomKind;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What is remembered of a room, so that it has a name without the server too.
 *
 * @param id the room's id
 * @param kind direct or group
 * @param name a group's name or the other member's; null if that account was deleted
 * @param createdAt when it was opened: with the id it tells the room from another after a restore
 */
public record KnownRoom(long id, RoomKind kind, String name, Instant createdAt) {
    /** No account's name can begin like this. */
    private static final String DELETED = "(deleted)";

    public static KnownRoom of(Room room) {
        return new KnownRoom(
                room.id(), room.kind(), room.kind() == RoomKind.GROUP ? room.name() : room.peer(), room.createdAt());
    }

    /** How a person addresses it without ambiguity: {@code @bob} or {@code #Team}. */
    public String address() {
        return (kind == RoomKind.GROUP ? "#" : "@") + title();
    }

    /** What a person calls it; the direct room with an account that was deleted by its number, as in {@code (deleted)17}. */
    public String title() {
        return name == null ? DELETED + id : name;
    }

    /** The id of the direct room with a deleted account that a title means; empty for any other title. */
    public static OptionalLong ofDeleted(String title) {
        String number = title.startsWith(DELETED) ? title.substring(DELETED.length()) : "";
        return number.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
    }
}
