package chat262.cli.commands.room;

import chat262.api.rooms.NewRoom;
import chat262.api.rooms.Room;
import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "newgroup",
        aliases = {"ng", "create"},
        description = "Create a group with these people; you own it. An open one needs nobody else at first.")
final class NewGroupCommand extends ClientCommand {
    @Parameters(index = "0", paramLabel = "GROUP")
    private String name;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME")
    private List<String> members = List.of();

    @Option(names = "--unlisted", arity = "0", description = "Let nobody else find it.")
    private boolean unlisted;

    @Option(names = "--open", arity = "0", description = "Let everybody on the server find it and join.")
    private boolean open;

    NewGroupCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        if (members.isEmpty() && !open) {
            throw wrong("name somebody for the group, or let everybody join it with --open");
        }
        if (unlisted && open) {
            throw wrong("--open lets everybody find the group, --unlisted nobody: choose one of them");
        }
        try (ChatServer server = server()) {
            Room room = server.createGroup(new NewRoom(without("#", name), names(), !unlisted, open));
            screen().say("The group " + room.name() + " is there. Open it with 'join " + room.name() + "'.");
        }
        return ExitCode.OK;
    }

    private List<String> names() {
        return members.stream().map(member -> without("@", member)).toList();
    }
}
