package chat262.cli.commands.prompt;

import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "chat",
        aliases = {"c", "query"},
        description = "Chat with somebody. :q leaves; //text sends /text.")
final class ChatCommand extends SessionCommand implements OpensRoom {
    @Parameters(index = "0", paramLabel = "NAME")
    private String name;

    ChatCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        session().chat(without("@", name));
        return ExitCode.OK;
    }
}
