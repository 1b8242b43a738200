package chat262.cli.commands.room;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.JsonOption;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "rooms", description = "List your rooms, the latest message first.")
final class RoomsCommand extends ClientCommand {
    @Mixin
    private final JsonOption json = new JsonOption();

    RoomsCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        RoomPrinter.print(context(), room -> true, json.isSet());
        return ExitCode.OK;
    }
}
