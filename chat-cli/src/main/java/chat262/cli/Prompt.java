package chat262.cli;

import chat262.cli.console.Client;
import chat262.cli.console.Commands;
import chat262.cli.console.Console;
import chat262.cli.console.Screen;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands of the console's prompt. */
final class Prompt implements Commands {
    private final CommandLine commands;
    private final Screen screen;
    private final String server;

    Prompt(Client client, Console console) {
        screen = client.screen();
        server = client.url().toString();
        commands = new CommandLine(CommandSpec.create().name(""));
        Main.add(commands, PromptTable.rows(client, console));
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
        if (!has(words.get(0))) {
            screen.say("! there is no command " + words.get(0) + "; " + advice(words.get(0)));
            return;
        }
        commands.execute(words.toArray(String[]::new));
    }

    @Override
    public List<String> names() {
        return List.copyOf(commands.getSubcommands().keySet());
    }

    private String advice(String wrong) {
        try {
            commands.parseArgs(wrong);
        } catch (UnmatchedArgumentException e) {
            List<String> close = e.getSuggestions();
            if (!close.isEmpty()) {
                return "did you mean " + String.join(" or ", close.subList(0, Math.min(3, close.size()))) + "?";
            }
        }
        return "'help' lists them";
    }

    @Override
    public boolean has(String name) {
        return commands.getSubcommands().containsKey(name);
    }

    @Override
    public String takes(String command, int place) {
        if (!has(command)) {
            return "";
        }
        return spec(command).positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(place))
                .map(ArgSpec::paramLabel)
                .findFirst()
                .orElse("");
    }

    @Override
    public List<String> options(String command) {
        if (!has(command)) {
            return List.of();
        }
        return spec(command).options().stream().map(OptionSpec::longestName).toList();
    }

    private CommandSpec spec(String command) {
        return commands.getSubcommands().get(command).getCommandSpec();
    }
}
