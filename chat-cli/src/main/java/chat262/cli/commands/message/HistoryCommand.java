package chat262.cli.commands.message;

import chat262.api.Message;
import chat262.api.rooms.Room;
import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.JsonOption;
import chat262.cli.screen.Entries;
import chat262.cli.server.ChatServer;
import chat262.cli.store.KnownRoom;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        description = "Show the last messages of a room (of the open one, if none is named). They don't count as read.")
final class HistoryCommand extends ClientCommand {
    private static final int PAGE = 500;

    @Parameters(index = "0..*", arity = "0..*", paramLabel = "ROOM")
    private List<String> name;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "How many (20).")
    private String lines;

    @Mixin
    private final JsonOption json = new JsonOption();

    HistoryCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        int count = number("--lines", lines, 20);
        refuseWithoutRoom(words(name), "ROOM");
        try (ChatServer server = server()) {
            Room room = room(server, words(name));
            List<Message> messages = new ArrayList<>();
            newest(server, room.id(), count).forEach(messages::addAll);
            if (json.isSet()) {
                for (Message message : messages) {
                    screen().print(Entries.json(KnownRoom.of(room), message));
                }
            } else {
                Entries.show(screen(), messages, client().login().username());
            }
        }
        return ExitCode.OK;
    }

    /** The newest messages of a room in pages, the oldest page first. */
    private static Deque<List<Message>> newest(ChatServer server, long room, int count) {
        Deque<List<Message>> pages = new ArrayDeque<>();
        List<Message> page = server.newest(room, Math.min(PAGE, count)).messages();
        int left = count;
        while (!page.isEmpty()) {
            pages.addFirst(page);
            left -= page.size();
            long first = page.get(0).seq();
            if (left <= 0 || first == 1) {
                break;
            }
            page = server.before(room, first, Math.min(PAGE, left)).messages();
        }
        return pages;
    }
}
