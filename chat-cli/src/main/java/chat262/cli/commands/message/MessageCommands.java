package chat262.cli.commands.message;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import java.util.List;

/** The commands of this package, in the order in which help lists them. */
public final class MessageCommands {
    private MessageCommands() {}

    public static List<ClientCommand> all(CommandContext context) {
        return List.of(
                new SendCommand(context),
                new OutboxCommand(context),
                new DropCommand(context),
                new EditCommand(context),
                new HistoryCommand(context),
                new VerifyCommand(context));
    }
}
