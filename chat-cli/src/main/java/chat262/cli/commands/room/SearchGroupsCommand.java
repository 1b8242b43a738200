package chat262.cli.commands.room;

import chat262.api.rooms.RoomSearch;
import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.JsonOption;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "searchgroups",
        aliases = {"sg", "groups"},
        description = "List the groups whose name, or a member's name, matches; * stands for anything.")
final class SearchGroupsCommand extends ClientCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "PATTERN")
    private String pattern;

    @Mixin
    private final JsonOption json = new JsonOption();

    SearchGroupsCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        try (ChatServer server = server()) {
            RoomSearch found = server.search().groups(pattern == null ? "*" : pattern);
            FoundGroups groups = FoundGroups.of(server);
            groups.print(screen(), found.byName(), json.isSet());
            if (!found.byMember().isEmpty()) {
                screen().say("With a member whose name matches:");
                groups.print(screen(), found.byMember(), json.isSet());
            }
        }
        return ExitCode.OK;
    }
}
