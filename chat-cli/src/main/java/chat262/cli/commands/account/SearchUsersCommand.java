package chat262.cli.commands.account;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.JsonOption;
import chat262.cli.screen.JsonLine;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "searchusers",
        aliases = {"su", "users"},
        description = "List the people whose name matches; * stands for anything.")
final class SearchUsersCommand extends ClientCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "PATTERN")
    private String pattern;

    @Mixin
    private final JsonOption json = new JsonOption();

    SearchUsersCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        print(context(), pattern == null ? "*" : pattern, json.isSet());
        return ExitCode.OK;
    }

    static void print(CommandContext context, String pattern, boolean json) throws IOException {
        try (ChatServer server = context.server()) {
            for (String name : server.search().accounts(pattern)) {
                context.screen().print(json ? JsonLine.of("username", name) : name);
            }
        }
    }
}
