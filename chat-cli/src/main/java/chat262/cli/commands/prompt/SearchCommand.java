package chat262.cli.commands.prompt;

import chat262.api.Message;
import chat262.api.rooms.Room;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.FreeText;
import chat262.cli.screen.Entries;
import chat262.cli.store.KnownRoom;
import chat262.cli.sync.Device;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "search", aliases = "lastlog", description = "List where the text was said in the open chat.")
final class SearchCommand extends SessionCommand {
    @FreeText
    @Parameters(index = "0..*", arity = "1..*", paramLabel = "TEXT")
    private List<String> text;

    SearchCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        KnownRoom room = session().openRoom();
        Device device = session().device();
        Room listed = device.pump().room(room.id());
        long last = Math.max(device.journal().last(room.id()).orElse(0), listed == null ? 0 : listed.lastSeq());
        TextSearch search = new TextSearch(device.journal(), device.server());
        List<Message> found = search.find(room.id(), last, words(text));
        for (Message message : found) {
            screen().print(Entries.dated(message, client().login().username()));
        }
        if (found.isEmpty()) {
            screen().say("-- nothing found");
        }
        if (search.away() != null) {
            screen().say("-- only what has arrived on this device was searched, as the server can't be asked ("
                    + search.away().getMessage() + ")");
        } else if (search.isLimited()) {
            screen().say("-- only the latest messages were searched; 'chat export' prints all");
        }
        return ExitCode.OK;
    }
}
