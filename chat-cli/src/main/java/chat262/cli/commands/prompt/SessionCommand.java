package chat262.cli.commands.prompt;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.interactive.InteractiveSession;

/** A command that only makes sense in an interactive session. */
abstract class SessionCommand extends ClientCommand {
    SessionCommand(CommandContext context) {
        super(context);
    }

    final InteractiveSession session() {
        return context().session().orElseThrow();
    }
}
