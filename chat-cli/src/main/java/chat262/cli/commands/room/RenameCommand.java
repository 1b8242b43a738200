package chat262.cli.commands.room;

import chat262.cli.commands.CommandContext;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "rename", description = "Give a group another name (owners).")
final class RenameCommand extends GroupCommand {
    @Parameters(index = "0", paramLabel = "GROUP")
    private String group;

    @Parameters(index = "1", paramLabel = "NEWNAME")
    private String newName;

    RenameCommand(CommandContext context) {
        super(context);
    }

    @Override
    String group() {
        return group;
    }

    @Override
    void run(ChatServer server, long id) throws IOException {
        screen().say("The group is now called " + server.rename(id, newName).name() + ".");
    }
}
