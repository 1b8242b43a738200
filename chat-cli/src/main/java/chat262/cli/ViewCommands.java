package chat262.cli;

import chat262.cli.console.Client;
import chat262.cli.console.Console;
import chat262.cli.console.Entries;
import chat262.cli.console.Screen;
import chat262.cli.server.ChatServer;
import chat262.cli.store.KnownRoom;
import java.io.IOException;
import java.util.List;

/** What only makes sense in an open console. */
final class ViewCommands {
    private final Client client;
    private final Screen screen;
    private final Console console;

    ViewCommands(Client client, Console console) {
        this.client = client;
        this.screen = client.screen();
        this.console = console;
    }

    void chat(Arguments arguments) throws IOException {
        String name = arguments.get("NAME");
        console.chat(name.startsWith("@") ? name.substring(1) : name);
    }

    void chatGroup(Arguments arguments) throws IOException {
        String name = arguments.words("GROUP");
        console.chatGroup(name.startsWith("#") ? name.substring(1) : name);
    }

    void next(Arguments arguments) throws IOException {
        console.chatNextUnread();
    }

    void room(Arguments arguments) throws IOException {
        String number = arguments.get("NUMBER");
        if (number != null) {
            if (!number.matches("[1-9]\\d{0,5}")) {
                throw arguments.wrong("a room's number is 1 or more, not " + number + "; 'room' lists them");
            }
            console.chatNumber(Integer.parseInt(number));
            return;
        }
        List<KnownRoom> rooms = console.numberedRooms();
        for (int i = 0; i < rooms.size(); i++) {
            screen.print(String.format("%3d  %s", i + 1, rooms.get(i).address()));
        }
    }

    void me(Arguments arguments) throws IOException {
        console.openRoom();
        console.send("* " + client.login().username() + " " + arguments.words("TEXT"));
    }

    void search(Arguments arguments) throws IOException {
        KnownRoom room = console.openRoom();
        List<String> found = Entries.search(
                console.device().journal(),
                room.id(),
                arguments.words("TEXT"),
                client.login().username());
        for (String line : found) {
            screen.print(line);
        }
        if (found.isEmpty()) {
            screen.say("-- nobody has said that here, as far as it has arrived on this device");
        }
    }

    void whois(Arguments arguments) throws IOException {
        String name = arguments.get("NAME");
        try (ChatServer server = client.mine()) {
            String username = server.account(name.startsWith("@") ? name.substring(1) : name)
                    .username();
            List<String> groups = server.searchGroups(username).byMember();
            screen.print(username + (groups.isEmpty() ? ", in no group that you can find" : ", in " + groups(groups)));
        }
    }

    private static String groups(List<String> names) {
        return String.join(", ", names.stream().map(name -> "#" + name).toList());
    }
}
