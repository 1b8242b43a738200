package chat262.cli.commands.room;

import chat262.cli.commands.CommandContext;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "leave", aliases = "part", description = "Leave a group.")
final class LeaveCommand extends GroupCommand {
    @Parameters(index = "0..*", arity = "1..*", paramLabel = "GROUP")
    private List<String> group;

    LeaveCommand(CommandContext context) {
        super(context);
    }

    @Override
    String group() {
        return words(group);
    }

    @Override
    void run(ChatServer server, long id) throws IOException {
        server.remove(id, client().login().username());
        screen().say("You have left " + group() + ".");
    }
}
