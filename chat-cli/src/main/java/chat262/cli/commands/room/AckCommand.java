package chat262.cli.commands.room;

import chat262.api.rooms.Room;
import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.server.ChatServer;
import chat262.cli.store.KnownRoom;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "ack", description = "Mark a room as read, up to a message's number or as a whole, without showing it.")
final class AckCommand extends ClientCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "ROOM")
    private String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SEQ")
    private String seq;

    AckCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        if (seq != null && !seq.matches("\\d{1,15}")) {
            throw wrong("SEQ is a message's number, not " + seq);
        }
        String named = name == null ? "" : name;
        refuseWithoutRoom(named, "ROOM");
        try (ChatServer server = server()) {
            Room room = room(server, named);
            long upTo = seq == null ? room.lastSeq() : Long.parseLong(seq);
            String epoch = client().login().epoch();
            long cursor = server.acknowledge(room.id(), upTo, epoch).cursor();
            screen().say(KnownRoom.of(room).address() + " is read up to " + cursor + " of " + room.lastSeq() + ".");
        }
        return ExitCode.OK;
    }
}
