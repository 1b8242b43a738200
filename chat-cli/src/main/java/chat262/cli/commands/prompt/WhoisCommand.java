package chat262.cli.commands.prompt;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "whois", description = "Say whether somebody is here, and which groups you share.")
final class WhoisCommand extends ClientCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    private String name;

    WhoisCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        try (ChatServer server = server()) {
            String username = server.account(without("@", name)).username();
            List<String> groups = server.search().groups(username).byMember();
            screen().print(username + (groups.isEmpty() ? ", in no group that you can find" : ", in " + list(groups)));
        }
        return ExitCode.OK;
    }

    private static String list(List<String> groups) {
        return String.join(", ", groups.stream().map(name -> "#" + name).toList());
    }
}
