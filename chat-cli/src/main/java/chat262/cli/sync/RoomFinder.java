package chat262.cli.sync;

import chat262.api.NameFolding;
import chat262.api.accounts.AccountView;
import chat262.api.problems.ProblemType;
import chat262.api.rooms.Room;
import chat262.api.rooms.RoomKind;
import chat262.cli.server.ChatServer;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.KnownRoom;
import chat262.cli.store.OutboxEntry;
import java.util.Optional;
import java.util.OptionalLong;

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
        if (KnownRoom.ofDeleted(name).isPresent()) {
            return direct(name);
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

    /** The direct room with an account. */
    public Room direct(String username) {
        OptionalLong ofDeleted = KnownRoom.ofDeleted(username);
        if (ofDeleted.isPresent()) {
            return server.allRooms().stream()
                    .filter(room -> room.id() == ofDeleted.getAsLong())
                    .filter(room -> room.kind() == RoomKind.DIRECT && room.peer() == null)
                    .findFirst()
                    .orElseThrow(() -> new NoSuchRoom("there is no chat @" + username));
        }
        if (!isPerson(username)) {
            throw new NoSuchRoom("there is nobody called " + username);
        }
        return server.openDirect(username);
    }

    /** A group that the caller is in. */
    public Room group(String name) {
        return ownGroup(name).orElseThrow(() -> new NoSuchRoom("you are in no group called " + name));
    }

    /** A group that the caller is in or, as it is open, has joined now. */
    public Room groupOrJoin(String name, String username) {
        return ownGroup(name).orElseGet(() -> {
            long id = server.search().openGroups(name).stream()
                    .filter(group -> isSameName(name, group.name()))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchRoom("you are in no group called " + name + ", and no open group is"))
                    .id();
            server.invite(id, username);
            return server.room(id);
        });
    }

    /** The room of a message that only has a name yet, or whose room was known in an earlier history. */
    KnownRoom of(OutboxEntry entry) {
        if (entry.roomCreatedAt() == null) {
            return KnownRoom.of(find(entry.to()));
        }
        Optional<Room> ofItsNumber = server.allRooms().stream()
                .filter(room -> room.id() == entry.room())
                .findFirst();
        if (ofItsNumber.isPresent() && isFor(entry, ofItsNumber.get())) {
            return KnownRoom.of(ofItsNumber.get());
        }
        // An account that has left the group since may have stored the message before: the send tells.
        return ofItsNumber.isEmpty() && entry.to().startsWith("#")
                ? new KnownRoom(entry.room(), RoomKind.GROUP, entry.to().substring(1), entry.roomCreatedAt())
                : KnownRoom.of(openAgain(entry));
    }

    /** The direct room with the same account, or none: the name may belong to another account now. */
    private Room openAgain(OutboxEntry entry) {
        String name = entry.to().substring(1);
        boolean isSamePerson = entry.to().startsWith("@")
                && person(name)
                        .filter(account -> !account.createdAt().isAfter(entry.roomCreatedAt()))
                        .isPresent();
        if (!isSamePerson) {
            throw lost();
        }
        return server.openDirect(name);
    }

    /**
     * Looks whether the room that a message is for is still the same.
     *
     * @throws NoSuchRoom if another one has its number now
     */
    void check(OutboxEntry entry) {
        try {
            if (!isFor(entry, server.room(entry.room()))) {
                throw lost();
            }
        } catch (RequestRejected e) {
            if (!e.isFinal()) { // a room that is no longer visible may still have the message: the send tells
                throw e;
            }
        }
    }

    /** After a restore a number may stand for another room: it is the same only if it was opened at the same time. */
    private static boolean isFor(OutboxEntry entry, Room room) {
        return room.id() == entry.room()
                && room.createdAt().toEpochMilli() == entry.roomCreatedAt().toEpochMilli();
    }

    private static NoSuchRoom lost() {
        return new NoSuchRoom("the room that it was written for is no more, as the server was restored from a backup");
    }

    private Optional<Room> ownGroup(String name) {
        return server.allRooms().stream()
                .filter(room -> room.kind() == RoomKind.GROUP && isSameName(name, room.name()))
                .findFirst();
    }

    private boolean isPerson(String name) {
        return person(name).isPresent();
    }

    private Optional<AccountView> person(String name) {
        if (!name.matches(USERNAME)) {
            return Optional.empty();
        }
        try {
            return Optional.of(server.account(name)).filter(account -> account.username() != null);
        } catch (RequestRejected e) {
            if (e.is(ProblemType.NOT_FOUND)) {
                return Optional.empty();
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
        return other != null && NameFolding.fold(one.strip()).equals(NameFolding.fold(other.strip()));
    }
}
