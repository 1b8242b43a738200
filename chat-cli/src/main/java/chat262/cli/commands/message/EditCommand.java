package chat262.cli.commands.message;

import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.FreeText;
import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "edit",
        description = "Give a message that waits to be sent another text: the one of this number in 'outbox'.")
final class EditCommand extends OutboxAccess {
    @Parameters(index = "0", paramLabel = "N")
    private String number;

    @FreeText
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT")
    private List<String> text;

    EditCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        String body = words(text);
        if (body.isBlank()) {
            throw wrong("there is no text; 'drop' gives a message up");
        }
        Outbox outbox = outbox();
        OutboxEntry entry = waiting(outbox, number);
        if (!outbox.edit(entry.key(), body)) {
            return tooLate(outbox, entry, "changed", "");
        }
        changed();
        screen().say("-- changed: " + entry.to() + "  " + body);
        return ExitCode.OK;
    }
}
