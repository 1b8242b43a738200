package chat262.cli.commands.message;

import chat262.api.Keys;
import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.FreeText;
import chat262.cli.store.OutboxEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "send",
        aliases = "msg",
        description = "Send to a person or a group: bob, @bob, #Team. A bare name that is both has to get its @ or #."
                + " Without text, or with -, it sends what comes on standard input. All behind ROOM is text;"
                + " options stand before it.")
final class SendCommand extends ClientCommand {
    @Parameters(index = "0", paramLabel = "ROOM")
    private String room;

    @FreeText
    @Parameters(index = "1..*", arity = "0..*", paramLabel = "TEXT")
    private List<String> text;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Wait so long for the receipt (30). The message is kept beyond.")
    private String timeout;

    SendCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected boolean flushesOutbox() {
        return false;
    }

    @Override
    protected int run() throws IOException {
        String body = body();
        if (body.isBlank()) {
            throw wrong("there is nothing to send");
        }
        Duration atMost = Duration.ofSeconds(number("--timeout", timeout, 30));
        OutboxEntry entry = OutboxEntry.to(room, Keys.make(), body);
        if (context().session().isPresent()) {
            context().session().get().device().send(entry);
            return ExitCode.OK;
        }
        return new SingleSend(client(), screen()).send(entry, atMost);
    }

    private String body() throws IOException {
        boolean isMissing = text == null || text.isEmpty();
        if (context().session().isPresent()) {
            if (isMissing) {
                throw wrong("say what to send: send ROOM TEXT");
            }
            return words(text);
        }
        return isMissing || text.equals(List.of("-")) ? screen().readAll() : words(text);
    }
}
