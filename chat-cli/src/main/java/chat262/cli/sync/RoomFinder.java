package chat262.cli.sync;

import chat262.api.ProblemType;
import chat262.api.Room;
import chat262.api.RoomKind;
import chat262.cli.server.ChatServer;
import chat262.cli.server.Refused;
import chat262.cli.store.KnownRoom;
import chat262.cli.store.OutboxEntry;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Finds the room that a name means: {@code @bob} is a person, {@code #Team} a group, a bare name either. */
public final class RoomFinder {
    private static final String USERNAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,19}";

    private final ChatServer server;

    public RoomFinder(ChatServer server) {
        this.server = server;
    }

    /**
     * Finds a room; a direct one is opened if need be.
     *
     * @throws NoSuchRoom if there is none, or if the name is a person's and a group's
     */
    public Room find(String name) {
        if (name.startsWith("@")) {
            return direct(name.substring(1));
        }
        if (name.startsWith("#")) {
            return group(name.substring(1));
        }
        Optional<Room> group = ownGroup(name);
        boolean person = isPerson(name);
        if (group.isPresent() && person) {
            throw new NoSuchRoom(name + " is a person and a group: write @" + name + " or #" + name);
        }
        if (group.isEmpty() && !person) {
            throw new NoSuchRoom("there is nobody called " + name + ", and you are in no group of that name");
        }
        return group.isPresent() ? group.get() : server.openDirect(name);
    }

    /** The direct room with somebody. */
    public Room direct(String username) {
        if (!isPerson(username)) {
            throw new NoSuchRoom("there is nobody called " + username);
        }
        return server.openDirect(username);
    }

    /** A group that the caller is in. */
    public Room group(String name) {
        return ownGroup(name).orElseThrow(() -> new NoSuchRoom("you are in no group called " + name));
    }

    /** The room of a message that only has a name yet, or whose room was known in an earlier history. */
    KnownRoom of(OutboxEntry entry) {
        if (entry.roomCreatedAt() != null) {
            // After a restore an id may stand for another room: it is the same only if it was opened at the same time.
            Optional<Room> same = server.allRooms().stream()
                    .filter(room -> room.id() == entry.room()
                            && room.createdAt().toEpochMilli()
                                    == entry.roomCreatedAt().toEpochMilli())
                    .findFirst();
            if (same.isPresent()) {
                return KnownRoom.of(same.get());
            }
        }
        return KnownRoom.of(find(entry.to()));
    }

    private Optional<Room> ownGroup(String name) {
        return server.allRooms().stream()
                .filter(room -> room.kind() == RoomKind.GROUP && isSameName(name, room.name()))
                .findFirst();
    }

    private boolean isPerson(String name) {
        if (!name.matches(USERNAME)) {
            return false;
        }
        try {
            return server.account(name).username() != null;
        } catch (Refused e) {
            if (e.is(ProblemType.NOT_FOUND)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether a name may turn out to lead to a room that is called so now; a group may get another name meanwhile. */
    static boolean mayMean(String name, String address) {
        boolean isGroup = address.startsWith("#");
        if (name.startsWith("@") || name.startsWith("#")) {
            return name.startsWith(address.substring(0, 1)) && (isGroup || isSameName(name, address));
        }
        return isGroup || isSameName(name, address.substring(1));
    }

    /** Whether two names are one by the protocol's rule. */
    public static boolean isSameName(String one, String other) {
        return other != null && fold(one).equals(fold(other));
    }

    private static String fold(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
