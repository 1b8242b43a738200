package chat262.cli.commands.room;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import java.util.List;

/** The commands of this package, in the order in which help lists them. */
public final class RoomCommands {
    private RoomCommands() {}

    public static List<ClientCommand> all(CommandContext context) {
        return List.of(
                new RoomsCommand(context),
                new UnreadCommand(context),
                new NewGroupCommand(context),
                new ListGroupsCommand(context),
                new SearchGroupsCommand(context),
                new AckCommand(context),
                new MembersCommand(context),
                new InviteCommand(context),
                new KickCommand(context),
                new LeaveCommand(context),
                new RenameCommand(context),
                new RoleCommand(context));
    }
}
