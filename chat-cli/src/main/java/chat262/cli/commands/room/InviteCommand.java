package chat262.cli.commands.room;

import chat262.api.rooms.Room;
import chat262.cli.commands.CommandContext;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(name = "invite", description = "Take somebody into a group (owners). In its chat, NAME is enough.")
final class InviteCommand extends MemberCommand {
    InviteCommand(CommandContext context) {
        super(context);
    }

    @Override
    void run(ChatServer server, Room group) throws IOException {
        server.invite(group.id(), member());
        screen().say(member() + " is in " + group.name() + ".");
    }
}
