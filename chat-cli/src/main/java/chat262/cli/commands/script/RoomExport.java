package chat262.cli.commands.script;

import chat262.api.Message;
import chat262.api.MessagePage;
import chat262.api.rooms.Room;
import chat262.cli.commands.ExitCode;
import chat262.cli.screen.Entries;
import chat262.cli.screen.Screen;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.KnownRoom;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints all that was ever said in a room, the oldest first, a page at a time. Nothing counts as read by it. */
final class RoomExport {
    private static final int PAGE = 500;
    private static final long PROGRESS_INTERVAL_NANOS = 3_000_000_000L;

    private final ChatServer server;
    private final Screen screen;
    private final Function<Message, String> line;
    private long toldAt = System.nanoTime();

    private RoomExport(ChatServer server, Screen screen, Function<Message, String> line) {
        this.server = server;
        this.screen = screen;
        this.line = line;
    }

    /** One that prints JSON. */
    static RoomExport json(ChatServer server, Screen screen, KnownRoom room) {
        return new RoomExport(server, screen, message -> Entries.json(room, message));
    }

    /** One that prints lines for a person. */
    static RoomExport plain(ChatServer server, Screen screen, String me) {
        return new RoomExport(server, screen, message -> Entries.dated(message, me));
    }

    /**
     * Prints what stands above a seq. What is written meanwhile may be among it or not.
     *
     * @return an {@link ExitCode}
     */
    int run(Room room, long after) throws IOException {
        long done = after;
        String epoch = null;
        try {
            while (done < room.lastSeq()) {
                MessagePage page = server.after(room.id(), done, PAGE);
                if (page.messages().isEmpty() || epoch != null && !epoch.equals(page.epoch())) {
                    screen.say("! the server's history was restored from a backup meanwhile: export it again");
                    return ExitCode.TROUBLE;
                }
                epoch = page.epoch();
                print(page.messages());
                done = page.messages().get(page.messages().size() - 1).seq();
                tell(done, room.lastSeq());
            }
            return ExitCode.OK;
        } catch (NoAnswer | RequestRejected e) {
            if (done > after) {
                screen.say("! printed up to " + done + "; '--after " + done + "' prints the rest");
            }
            throw e;
        }
    }

    private void print(List<Message> messages) throws IOException {
        screen.print(messages.stream().map(line).collect(Collectors.joining("\n")));
    }

    /** Tells the progress of a long export, unless its lines are seen on a terminal. */
    private void tell(long done, long last) {
        long now = System.nanoTime();
        if (!screen.isTerminal() && done < last && now - toldAt > PROGRESS_INTERVAL_NANOS) {
            toldAt = now;
            screen.say("-- " + done + " of " + last);
        }
    }
}
