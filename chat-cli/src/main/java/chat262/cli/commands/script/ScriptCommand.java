package chat262.cli.commands.script;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;

/** A command that does not deliver the outbox before its own work. */
abstract class ScriptCommand extends ClientCommand {
    ScriptCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected final boolean flushesOutbox() {
        return false;
    }
}
