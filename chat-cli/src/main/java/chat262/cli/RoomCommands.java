package chat262.cli;

import chat262.api.MemberView;
import chat262.api.NewRoom;
import chat262.api.Role;
import chat262.api.Room;
import chat262.api.RoomSearch;
import chat262.cli.console.Client;
import chat262.cli.console.JsonLine;
import chat262.cli.console.Screen;
import chat262.cli.server.ChatServer;
import chat262.cli.store.KnownRoom;
import chat262.cli.sync.RoomFinder;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Rooms: which there are, and who is in them. */
final class RoomCommands {
    private final Supplier<Client> client;
    private final Screen screen;

    RoomCommands(Supplier<Client> client, Screen screen) {
        this.client = client;
        this.screen = screen;
    }

    void rooms(Arguments arguments) throws IOException {
        print(false, arguments.has("--json"));
    }

    void unread(Arguments arguments) throws IOException {
        print(true, arguments.has("--json"));
    }

    private void print(boolean unreadOnly, boolean json) throws IOException {
        try (ChatServer server = client.get().mine()) {
            for (Room room : server.allRooms()) {
                if (!unreadOnly || room.unread() > 0) {
                    screen.print(
                            json
                                    ? JsonLine.of(
                                            room, "roomName", KnownRoom.of(room).address())
                                    : line(room));
                }
            }
        }
    }

    private static String line(Room room) {
        String unread = room.unread() > 999 ? "999+" : String.valueOf(room.unread());
        return String.format("%5s  %s", unread, KnownRoom.of(room).address());
    }

    void newGroup(Arguments arguments) throws IOException {
        NewRoom group = new NewRoom(arguments.get("GROUP"), arguments.all("NAME"), !arguments.has("--unlisted"));
        try (ChatServer server = client.get().mine()) {
            Room room = server.createGroup(group);
            screen.say("The group " + room.name() + " is there. Open it with 'chatgroup " + room.name() + "'.");
        }
    }

    void listGroups(Arguments arguments) throws IOException {
        try (ChatServer server = client.get().mine()) {
            print(server.searchGroups("*").byName(), arguments);
        }
    }

    void searchGroups(Arguments arguments) throws IOException {
        String pattern = arguments.get("PATTERN");
        try (ChatServer server = client.get().mine()) {
            RoomSearch found = server.searchGroups(pattern == null ? "*" : pattern);
            print(found.byName(), arguments);
            if (!found.byMember().isEmpty()) {
                screen.say("With a member whose name matches:");
                print(found.byMember(), arguments);
            }
        }
    }

    private void print(List<String> names, Arguments arguments) throws IOException {
        for (String name : names) {
            screen.print(arguments.has("--json") ? JsonLine.of("name", name) : name);
        }
    }

    void acknowledge(Arguments arguments) throws IOException {
        String seq = arguments.get("SEQ");
        if (seq != null && !seq.matches("\\d{1,15}")) {
            throw arguments.wrong("SEQ is a message's number, not " + seq);
        }
        try (ChatServer server = client.get().mine()) {
            Room room = new RoomFinder(server).find(arguments.get("ROOM"));
            long upTo = seq == null ? room.lastSeq() : Long.parseLong(seq);
            long cursor = server.acknowledge(
                            room.id(), upTo, client.get().login().epoch())
                    .cursor();
            screen.say(KnownRoom.of(room).address() + " is read up to " + cursor + " of " + room.lastSeq() + ".");
        }
    }

    void members(Arguments arguments) throws IOException {

        try (ChatServer server = client.get().mine()) {
            Room room = server.room(group(server, arguments.words("GROUP")));
            for (MemberView member : room.members()) {
                screen.print(member.username() + (member.role() == Role.OWNER ? " (owner)" : ""));
            }
        }
    }

    void invite(Arguments arguments) throws IOException {
        String group = arguments.get("GROUP");
        String username = arguments.get("NAME");
        try (ChatServer server = client.get().mine()) {
            server.invite(group(server, group), username);
            screen.say(username + " is in " + group + ".");
        }
    }

    void kick(Arguments arguments) throws IOException {
        String group = arguments.get("GROUP");
        String username = arguments.get("NAME");
        try (ChatServer server = client.get().mine()) {
            server.remove(group(server, group), username);
            screen.say(username + " is not in " + group + " any more.");
        }
    }

    void leave(Arguments arguments) throws IOException {
        String group = arguments.words("GROUP");
        try (ChatServer server = client.get().mine()) {
            server.remove(group(server, group), client.get().login().username());
            screen.say("You have left " + group + ".");
        }
    }

    void rename(Arguments arguments) throws IOException {
        String name = arguments.get("NEWNAME");
        try (ChatServer server = client.get().mine()) {
            screen.say("The group is now called "
                    + server.rename(group(server, arguments.get("GROUP")), name).name() + ".");
        }
    }

    void role(Arguments arguments) throws IOException {
        String group = arguments.get("GROUP");
        String username = arguments.get("NAME");
        Role role = Arrays.stream(Role.values())
                .filter(each -> each.name().equalsIgnoreCase(arguments.get("ROLE")))
                .findFirst()
                .orElseThrow(() -> arguments.wrong("ROLE is owner or member"));
        try (ChatServer server = client.get().mine()) {
            server.changeRole(group(server, group), username, role);
            screen.say(username + " is now " + role.name().toLowerCase(Locale.ROOT) + " of " + group + ".");
        }
    }

    private static long group(ChatServer server, String name) {
        return new RoomFinder(server)
                .group(name.startsWith("#") ? name.substring(1) : name)
                .id();
    }
}
