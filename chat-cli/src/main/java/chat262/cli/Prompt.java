package chat262.cli;

import chat262.cli.console.Client;
import chat262.cli.console.Commands;
import chat262.cli.console.Console;
import chat262.cli.console.Screen;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The commands of the console's prompt. */
final class Prompt implements Commands {
    private final CommandLine commands;
    private final Screen screen;
    private final String server;

    Prompt(Client client, Console console) {
        screen = client.screen();
        server = client.url().toString();
        commands = new CommandLine(CommandSpec.create().name(""));
        Main.add(commands, CommandTable.prompt(client, console));
        commands.setExecutionExceptionHandler((failure, where, parsed) -> fail(failure, parsed));
        commands.setParameterExceptionHandler((failure, args) -> fail(failure, null));
    }

    private int fail(Exception failure, ParseResult parsed) {
        screen.say("! " + ExitCode.sentence(failure, server));
        return ExitCode.of(failure);
    }

    @Override
    public void run(List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        if (!commands.getSubcommands().containsKey(words.get(0))) {
            screen.say("! there is no command " + words.get(0) + "; 'help' lists them");
            return;
        }
        commands.execute(words.toArray(String[]::new));
    }

    @Override
    public List<String> names() {
        return List.copyOf(commands.getSubcommands().keySet());
    }
}
