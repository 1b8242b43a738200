package chat262.cli.commands.room;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.server.ChatServer;
import chat262.cli.sync.RoomFinder;
import java.io.IOException;

/** A command about one group that the account is in. */
abstract class GroupCommand extends ClientCommand {
    GroupCommand(CommandContext context) {
        super(context);
    }

    /** The group's name as it was given, perhaps with a {@code #}. */
    abstract String group();

    /** Does it; the group was found. */
    abstract void run(ChatServer server, long group) throws IOException;

    @Override
    protected int run() throws IOException {
        try (ChatServer server = server()) {
            run(server, new RoomFinder(server).group(without("#", group())).id());
        }
        return ExitCode.OK;
    }
}
