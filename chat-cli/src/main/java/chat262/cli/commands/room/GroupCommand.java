package chat262.cli.commands.room;

import chat262.api.rooms.Room;
import chat262.api.rooms.RoomKind;
import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.server.ChatServer;
import chat262.cli.store.KnownRoom;
import chat262.cli.sync.RoomFinder;
import java.io.IOException;

/** A command about one group that the account is in. */
abstract class GroupCommand extends ClientCommand {
    GroupCommand(CommandContext context) {
        super(context);
    }

    /** The group's name as it was given, perhaps with a {@code #}; empty for the one whose chat is open. */
    abstract String group();

    /** Does it; the group was found. */
    abstract void run(ChatServer server, Room group) throws IOException;

    @Override
    protected int run() throws IOException {
        refuseWithoutRoom(group(), "GROUP");
        try (ChatServer server = server()) {
            run(server, find(server));
        }
        return ExitCode.OK;
    }

    private Room find(ChatServer server) {
        if (!group().isEmpty()) {
            return new RoomFinder(server).group(without("#", group()));
        }
        KnownRoom open = openRoom("GROUP");
        if (open.kind() != RoomKind.GROUP) {
            throw wrong("the chat with " + open.title() + " is no group: say which GROUP");
        }
        return server.room(open.id());
    }
}
