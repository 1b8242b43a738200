package chat262.cli.commands.script;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;

/** A command that looks at things as they are, and leaves the outbox alone. */
abstract class ScriptCommand extends ClientCommand {
    ScriptCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected final boolean flushesOutbox() {
        return false;
    }
}
