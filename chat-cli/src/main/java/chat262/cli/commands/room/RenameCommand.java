package chat262.cli.commands.room;

import chat262.api.rooms.Room;
import chat262.cli.commands.CommandContext;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "rename", description = "Give a group another name (owners). In its chat, NEWNAME is enough.")
final class RenameCommand extends GroupCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "GROUP")
    private String first;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NEWNAME")
    private String second;

    RenameCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        if (second == null && (first == null || context().openRoom().isEmpty())) {
            throw wrong(first == null ? "NEWNAME is missing" : "say both, GROUP and NEWNAME: no chat is open");
        }
        return super.run();
    }

    @Override
    String group() {
        return second == null ? "" : first;
    }

    @Override
    void run(ChatServer server, Room group) throws IOException {
        String name = without("#", second == null ? first : second);
        screen().say("The group is now called "
                + server.rename(group.id(), name).name() + ".");
    }
}
