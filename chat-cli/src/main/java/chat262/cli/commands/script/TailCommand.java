package chat262.cli.commands.script;

import chat262.cli.commands.CommandContext;
import chat262.cli.commands.JsonOption;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "tail",
        description = "Print what is new in these rooms, or in all, and acknowledge it. No console may be open.")
final class TailCommand extends ScriptCommand {
    @Parameters(index = "0..*", arity = "0..*", paramLabel = "ROOM")
    private List<String> rooms;

    @Option(
            names = {"-f", "--follow"},
            arity = "0",
            description = "Go on with what comes, until the command is ended.")
    private boolean follow;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--no-ack", arity = "0", description = "Leave it unread.")
    private boolean noAck;

    @Option(
            names = "--since",
            paramLabel = "SEQ",
            description = "Begin above this message of the one ROOM, though it was read.")
    private String since;

    @Option(
            names = "--ack-after",
            paramLabel = "CMD",
            description =
                    "Run CMD with each entry on its standard input, and acknowledge it if CMD succeeds; else stop."
                            + " CHAT_EPOCH, CHAT_ROOM and CHAT_SEQ name the entry: after a crash CMD may get it once more."
                            + " CHAT_BYTES is how much it gets: less is a part, left by a crash.")
    private String command;

    TailCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException, InterruptedException {
        return new Tail(client(), screen(), options()).run();
    }

    private TailOptions options() {
        List<String> names = rooms == null ? List.of() : List.copyOf(rooms);
        if (command != null && command.isBlank()) {
            throw wrong("--ack-after wants a command that takes each entry; there is none");
        }
        if (names.stream().anyMatch(String::isBlank)) {
            throw wrong("ROOM is a person's or a group's name; one of these is empty");
        }
        if (command != null && noAck) {
            throw wrong("--ack-after and --no-ack exclude each other");
        }
        Long above = since == null ? null : Long.valueOf(seq("--since", since, 0));
        if (above != null && names.size() != 1) {
            throw wrong("--since is a message's number in one room: say which");
        }
        return new TailOptions(names, follow, json.isSet(), !noAck, above, command);
    }
}
