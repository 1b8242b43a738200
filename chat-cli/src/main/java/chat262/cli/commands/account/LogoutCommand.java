package chat262.cli.commands.account;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.interactive.InteractiveSession;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(name = "logout", aliases = "q", description = "Log out. What waits to be sent is kept.")
final class LogoutCommand extends ClientCommand {
    LogoutCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        if (context().session().isPresent()) {
            InteractiveSession session = context().session().get();
            session.device(); // complains if there is no login
            session.disconnect();
        }
        client().logOut();
        screen().say("You are logged out.");
        return ExitCode.OK;
    }
}
