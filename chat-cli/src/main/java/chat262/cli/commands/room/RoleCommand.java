package chat262.cli.commands.room;

import chat262.api.rooms.Role;
import chat262.api.rooms.Room;
import chat262.cli.commands.CommandContext;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "role",
        description = "Make a member an owner or a member (owners). In its chat, NAME and ROLE are enough.")
final class RoleCommand extends GroupCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "GROUP")
    private String first;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME")
    private String second;

    @Parameters(index = "2", arity = "0..1", paramLabel = "ROLE")
    private String third;

    private Role role;

    RoleCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        if (second == null || third == null && context().openRoom().isEmpty()) {
            throw wrong("say GROUP, NAME and ROLE; GROUP can be left out in its chat");
        }
        String roleName = third == null ? second : third;
        role = Arrays.stream(Role.values())
                .filter(each -> each.name().equalsIgnoreCase(roleName))
                .findFirst()
                .orElseThrow(() -> wrong("ROLE is owner or member"));
        return super.run();
    }

    @Override
    String group() {
        return third == null ? "" : first;
    }

    @Override
    void run(ChatServer server, Room group) throws IOException {
        String member = without("@", third == null ? first : second);
        server.changeRole(group.id(), member, role);
        screen().say(member + " is now " + role.name().toLowerCase(Locale.ROOT) + " of " + group.name() + ".");
    }
}
