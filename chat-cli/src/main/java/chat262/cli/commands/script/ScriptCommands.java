package chat262.cli.commands.script;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import java.util.List;

/** The commands of this package, in the order in which help lists them. */
public final class ScriptCommands {
    private ScriptCommands() {}

    public static List<ClientCommand> all(CommandContext context) {
        return List.of(
                new TailCommand(context),
                new ExportCommand(context),
                new DoctorCommand(context),
                new CompletionCommand(context));
    }
}
