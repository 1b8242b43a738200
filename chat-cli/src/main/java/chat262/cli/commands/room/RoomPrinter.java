package chat262.cli.commands.room;

import chat262.api.rooms.Room;
import chat262.cli.commands.CommandContext;
import chat262.cli.screen.JsonLine;
import chat262.cli.server.ChatServer;
import chat262.cli.store.KnownRoom;
import java.io.IOException;
import java.util.function.Predicate;

/** Prints rooms of the account, a line each. */
final class RoomPrinter {
    private RoomPrinter() {}

    static void print(CommandContext context, Predicate<Room> which, boolean json) throws IOException {
        try (ChatServer server = context.server()) {
            for (Room room : server.allRooms()) {
                if (which.test(room)) {
                    String address = KnownRoom.of(room).address();
                    context.screen().print(json ? JsonLine.of(room, "roomName", address) : line(room, address));
                }
            }
        }
    }

    private static String line(Room room, String address) {
        String unread = room.unread() > 999 ? "999+" : String.valueOf(room.unread());
        return String.format("%5s  %s", unread, address);
    }
}
