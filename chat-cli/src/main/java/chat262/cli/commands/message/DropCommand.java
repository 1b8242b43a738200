package chat262.cli.commands.message;

import chat262.cli.commands.CommandContext;
import chat262.cli.store.Outbox;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "drop",
        description = "Give up a message that waits to be sent: the one of this number in 'outbox', else the last.")
final class DropCommand extends OutboxAccess {
    @Parameters(index = "0", arity = "0..1", paramLabel = "N")
    private String number;

    @Option(
            names = "--even-if-sent",
            arity = "0",
            description = "Also one that the server may have stored without saying so.")
    private boolean evenIfSent;

    DropCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        Outbox outbox = outbox();
        return drop(outbox, waiting(outbox, number), evenIfSent);
    }
}
