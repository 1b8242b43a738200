package chat262.cli.commands.room;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.JsonOption;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "listgroups",
        aliases = {"lg", "list"},
        description = "List the groups that you can find.")
final class ListGroupsCommand extends ClientCommand {
    @Mixin
    private final JsonOption json = new JsonOption();

    ListGroupsCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        try (ChatServer server = server()) {
            SearchGroupsCommand.print(screen(), server.search().groups("*").byName(), json.isSet());
        }
        return ExitCode.OK;
    }
}
