package chat262.cli.commands.prompt;

import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.FreeText;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "me", description = "Say in the open chat what you do: '* ann waves'.")
final class MeCommand extends SessionCommand {
    @FreeText
    @Parameters(index = "0..*", arity = "1..*", paramLabel = "TEXT")
    private List<String> text;

    MeCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        session().openRoom(); // complains if none is open
        session().send("* " + client().login().username() + " " + words(text));
        return ExitCode.OK;
    }
}
