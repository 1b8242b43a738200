package chat262.cli.commands.prompt;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "help",
        aliases = {"h", "?"},
        description = "List the commands, or explain one; 'help keys' lists the keys.")
final class HelpCommand extends ClientCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "COMMAND")
    private String command;

    HelpCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        CommandLine all = spec().parent().commandLine();
        if (command == null) {
            screen().print(HelpText.of(all));
            return ExitCode.OK;
        }
        if (command.equals("keys")) {
            screen().print(KeysHelp.TEXT);
            return ExitCode.OK;
        }
        CommandLine one = all.getSubcommands().get(without("/", command));
        if (one == null) {
            throw wrong("there is no command " + command + "; 'help' lists them, 'help keys' the keys");
        }
        screen().print(HelpText.ofOne(one.getCommandSpec()));
        return ExitCode.OK;
    }
}
