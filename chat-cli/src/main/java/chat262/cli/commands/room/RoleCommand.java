package chat262.cli.commands.room;

import chat262.api.Role;
import chat262.cli.commands.CommandContext;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "role", description = "Make a member an owner or a member (owners).")
final class RoleCommand extends GroupCommand {
    @Parameters(index = "0", paramLabel = "GROUP")
    private String group;

    @Parameters(index = "1", paramLabel = "NAME")
    private String username;

    @Parameters(index = "2", paramLabel = "ROLE")
    private String roleName;

    private Role role;

    RoleCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        role = Arrays.stream(Role.values())
                .filter(each -> each.name().equalsIgnoreCase(roleName))
                .findFirst()
                .orElseThrow(() -> wrong("ROLE is owner or member"));
        return super.run();
    }

    @Override
    String group() {
        return group;
    }

    @Override
    void run(ChatServer server, long id) throws IOException {
        server.changeRole(id, username, role);
        screen().say(username + " is now " + role.name().toLowerCase(Locale.ROOT) + " of " + group + ".");
    }
}
