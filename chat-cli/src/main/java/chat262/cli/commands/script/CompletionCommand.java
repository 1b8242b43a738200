package chat262.cli.commands.script;

import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import java.io.IOException;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

@Command(name = "completion", description = "Print a completion script for bash and zsh: source <(chat completion)")
final class CompletionCommand extends ScriptCommand {
    CompletionCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        CommandSpec root = spec().root();
        screen().print(AutoComplete.bash(root.name(), root.commandLine()));
        return ExitCode.OK;
    }
}
