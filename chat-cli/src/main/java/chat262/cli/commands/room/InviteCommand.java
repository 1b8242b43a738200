package chat262.cli.commands.room;

import chat262.cli.commands.CommandContext;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "invite", description = "Take somebody into a group (owners).")
final class InviteCommand extends GroupCommand {
    @Parameters(index = "0", paramLabel = "GROUP")
    private String group;

    @Parameters(index = "1", paramLabel = "NAME")
    private String username;

    InviteCommand(CommandContext context) {
        super(context);
    }

    @Override
    String group() {
        return group;
    }

    @Override
    void run(ChatServer server, long id) throws IOException {
        server.invite(id, username);
        screen().say(username + " is in " + group + ".");
    }
}
