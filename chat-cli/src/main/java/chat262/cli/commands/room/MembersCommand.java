package chat262.cli.commands.room;

import chat262.api.rooms.MemberView;
import chat262.api.rooms.Role;
import chat262.api.rooms.Room;
import chat262.cli.commands.CommandContext;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "members",
        aliases = "names",
        description = "List the members of a group: the one whose chat is open, if no other is named.")
final class MembersCommand extends GroupCommand {
    @Parameters(index = "0..*", arity = "0..*", paramLabel = "GROUP")
    private List<String> name;

    MembersCommand(CommandContext context) {
        super(context);
    }

    @Override
    String group() {
        return words(name);
    }

    @Override
    void run(ChatServer server, Room group) throws IOException {
        for (MemberView member : server.room(group.id()).members()) {
            screen().print(member.username() + (member.role() == Role.OWNER ? " (owner)" : ""));
        }
    }
}
