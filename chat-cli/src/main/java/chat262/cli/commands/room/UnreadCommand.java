package chat262.cli.commands.room;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.JsonOption;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "unread", description = "List the rooms with messages that you have not read.")
final class UnreadCommand extends ClientCommand {
    @Mixin
    private final JsonOption json = new JsonOption();

    UnreadCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        RoomPrinter.print(context(), room -> room.unread() > 0, json.isSet());
        return ExitCode.OK;
    }
}
