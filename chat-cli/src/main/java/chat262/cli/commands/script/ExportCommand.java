package chat262.cli.commands.script;

import chat262.api.rooms.Room;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.JsonOption;
import chat262.cli.server.ChatServer;
import chat262.cli.store.KnownRoom;
import chat262.cli.sync.RoomFinder;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Print all of a room, the oldest first. It doesn't count as read.")
final class ExportCommand extends ScriptCommand {
    @Parameters(index = "0..*", arity = "1..*", paramLabel = "ROOM")
    private List<String> name;

    @Option(names = "--after", paramLabel = "SEQ", description = "Only what stands above this seq.")
    private String after;

    @Mixin
    private final JsonOption json = new JsonOption();

    ExportCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        long first = seq("--after", after, 0);
        try (ChatServer server = server()) {
            Room room = new RoomFinder(server).find(words(name));
            RoomExport export = json.isSet()
                    ? RoomExport.json(server, screen(), KnownRoom.of(room))
                    : RoomExport.plain(server, screen(), client().login().username());
            return export.run(room, first);
        }
    }
}
