package chat262.cli.commands.room;

import chat262.api.rooms.Room;
import chat262.cli.commands.CommandContext;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(name = "kick", description = "Remove somebody from a group (owners). In its chat, NAME is enough.")
final class KickCommand extends MemberCommand {
    KickCommand(CommandContext context) {
        super(context);
    }

    @Override
    void run(ChatServer server, Room group) throws IOException {
        server.remove(group.id(), member());
        screen().say(member() + " is not in " + group.name() + " any more.");
    }
}
