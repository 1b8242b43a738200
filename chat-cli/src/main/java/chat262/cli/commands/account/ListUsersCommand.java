package chat262.cli.commands.account;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.JsonOption;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "listusers", aliases = "lu", description = "List everybody.")
final class ListUsersCommand extends ClientCommand {
    @Mixin
    private final JsonOption json = new JsonOption();

    ListUsersCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        SearchUsersCommand.print(context(), "*", json.isSet());
        return ExitCode.OK;
    }
}
