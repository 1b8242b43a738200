package chat262.cli.commands.prompt;

import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.store.KnownRoom;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "room", description = "Go to a room by its number (Alt+1 to Alt+0), or list them.")
final class RoomCommand extends SessionCommand implements OpensRoom {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NUMBER")
    private String number;

    RoomCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        if (number == null) {
            list();
        } else if (number.matches("[1-9]\\d{0,5}")) {
            session().chatNumber(Integer.parseInt(number));
        } else {
            throw wrong("a room's number is 1 or more, not " + number + "; 'room' lists them");
        }
        return ExitCode.OK;
    }

    private void list() throws IOException {
        List<KnownRoom> rooms = session().numberedRooms();
        for (int i = 0; i < rooms.size(); i++) {
            screen().print(String.format("%3d  %s", i + 1, rooms.get(i).address()));
        }
    }
}
