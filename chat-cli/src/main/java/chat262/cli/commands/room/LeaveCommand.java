package chat262.cli.commands.room;

import chat262.api.rooms.Room;
import chat262.cli.commands.CommandContext;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "leave",
        aliases = "part",
        description = "Leave a group: the one whose chat is open, if no other is named.")
final class LeaveCommand extends GroupCommand {
    @Parameters(index = "0..*", arity = "0..*", paramLabel = "GROUP")
    private List<String> name;

    LeaveCommand(CommandContext context) {
        super(context);
    }

    @Override
    String group() {
        return words(name);
    }

    @Override
    void run(ChatServer server, Room group) throws IOException {
        server.remove(group.id(), client().login().username());
        screen().say("You have left " + group.name() + ".");
    }
}
