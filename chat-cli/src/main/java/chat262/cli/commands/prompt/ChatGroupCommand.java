package chat262.cli.commands.prompt;

import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "chatgroup",
        aliases = {"cg", "join"},
        description = "Chat in a group that you are in. :q leaves.")
final class ChatGroupCommand extends SessionCommand implements OpensRoom {
    @Parameters(index = "0..*", arity = "1..*", paramLabel = "GROUP")
    private List<String> name;

    ChatGroupCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        open(words(name), "#");
        return ExitCode.OK;
    }
}
