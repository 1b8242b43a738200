package chat262.cli.commands.prompt;

import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "chat",
        aliases = {"c", "query"},
        description = "Chat with somebody. :q leaves; //text sends /text.")
final class ChatCommand extends SessionCommand implements OpensRoom {
    @Parameters(index = "0..*", arity = "1..*", paramLabel = "NAME")
    private List<String> name;

    ChatCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        open(words(name), "@");
        return ExitCode.OK;
    }
}
