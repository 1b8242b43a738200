package chat262.cli.commands.message;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.JsonOption;
import chat262.cli.screen.JsonLine;
import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "outbox", description = "List your messages that are not stored yet, or were refused.")
final class OutboxCommand extends ClientCommand {
    @Mixin
    private final JsonOption json = new JsonOption();

    OutboxCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected boolean flushesOutbox() {
        return false;
    }

    @Override
    protected int run() throws IOException {
        for (OutboxEntry entry : outbox().all()) {
            if (entry.state() != OutboxEntry.State.STORED) {
                screen().print(json.isSet() ? JsonLine.of(entry) : line(entry));
            }
        }
        return ExitCode.OK;
    }

    private Outbox outbox() throws IOException {
        return context().session().isPresent()
                ? context().session().get().device().outbox()
                : Outbox.open(client().state(), client().login());
    }

    private static String line(OutboxEntry entry) {
        String state = entry.isWaiting() ? "waits" : "refused: " + entry.refusal();
        return entry.to() + "  " + entry.body() + "  (" + state + ")";
    }
}
