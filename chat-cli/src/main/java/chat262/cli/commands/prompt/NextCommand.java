package chat262.cli.commands.prompt;

import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(name = "next", aliases = "n", description = "Go to the room whose news has waited longest (Alt+A).")
final class NextCommand extends SessionCommand implements OpensRoom {
    NextCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        session().chatNextUnread();
        return ExitCode.OK;
    }
}
