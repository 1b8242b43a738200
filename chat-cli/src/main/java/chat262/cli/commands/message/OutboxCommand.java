package chat262.cli.commands.message;

import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.JsonOption;
import chat262.cli.screen.JsonLine;
import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "outbox",
        description = "List your messages that are not stored yet, or were refused, with their numbers.")
final class OutboxCommand extends OutboxAccess {
    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--drop", paramLabel = "N", description = "Give up the message of this number instead.")
    private String dropped;

    @Option(
            names = "--even-if-sent",
            arity = "0",
            description = "With --drop: also one that the server may have stored.")
    private boolean evenIfSent;

    OutboxCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        Outbox outbox = outbox();
        if (dropped != null) {
            return drop(outbox, waiting(outbox, dropped), evenIfSent);
        }
        if (evenIfSent) {
            throw wrong("--even-if-sent is for --drop");
        }
        for (OutboxEntry entry : outbox.all()) {
            if (entry.isWaiting() || entry.state() == OutboxEntry.State.REFUSED) {
                screen().print(json.isSet() ? JsonLine.of(entry) : line(outbox.number(entry.key()), entry));
            }
        }
        for (Path kept : client().state().damaged(client().login())) {
            screen().say("! " + kept + " holds what was damaged; a message in it is not sent. Delete it when nothing is"
                    + " missing.");
        }
        return ExitCode.OK;
    }

    private static String line(long number, OutboxEntry entry) {
        String waits = entry.isUnattempted() ? "waits" : "waits; the server may have it";
        String state = entry.isWaiting() ? waits : "refused: " + entry.refusal();
        return number + "  " + entry.to() + "  " + entry.body() + "  (" + state + ")";
    }
}
