package chat262.cli.commands.prompt;

import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(name = "exit", aliases = "quit", description = "Leave the console.")
final class ExitCommand extends SessionCommand {
    ExitCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        session().end();
        return ExitCode.OK;
    }
}
