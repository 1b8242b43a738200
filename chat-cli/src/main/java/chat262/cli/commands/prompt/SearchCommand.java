package chat262.cli.commands.prompt;

import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.FreeText;
import chat262.cli.screen.Entries;
import chat262.cli.store.Journal;
import chat262.cli.store.KnownRoom;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        aliases = "lastlog",
        description = "List where the text was said in the open chat, as far as it has arrived here.")
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
        Journal journal = session().device().journal();
        List<String> found =
                Entries.search(journal, room.id(), words(text), client().login().username());
        for (String line : found) {
            screen().print(line);
        }
        if (found.isEmpty()) {
            screen().say("-- nobody has said that here, as far as it has arrived on this device");
        }
        return ExitCode.OK;
    }
}
