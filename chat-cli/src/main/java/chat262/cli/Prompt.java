package chat262.cli;

import chat262.cli.console.Client;
import chat262.cli.console.Commands;
import chat262.cli.console.Console;
import chat262.cli.console.Screen;
import chat262.cli.console.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands of the console's prompt. */
final class Prompt implements Commands {
    private static final Set<String> TAKE_THE_REST = Set.of("set", "alias");

    private final CommandLine commands;
    private final Client client;
    private final Screen screen;
    private final String server;

    Prompt(Client client, Console console) {
        this.client = client;
        screen = client.screen();
        server = client.url().toString();
        commands = new CommandLine(CommandSpec.create().name(""));
        Main.add(commands, PromptTable.rows(client, console));
        commands.setExecutionExceptionHandler((failure, where, parsed) -> fail(failure, parsed));
        commands.setParameterExceptionHandler((failure, args) -> fail(failure, null));
    }

    private int fail(Exception failure, ParseResult parsed) {
        boolean usage = failure instanceof ParameterException;
        screen.say("! " + (usage ? failure.getMessage() : ExitCode.sentence(failure, server)));
        return usage ? ExitCode.USAGE : ExitCode.of(failure);
    }

    @Override
    public void run(String line) {
        List<String> words = words(expanded(line));
        if (words.isEmpty()) {
            return;
        }
        if (!commands.getSubcommands().containsKey(words.get(0))) {
            screen.say("! there is no command " + words.get(0) + "; " + advice(words.get(0)));
            return;
        }
        commands.execute(words.toArray(String[]::new));
    }

    /** With the person's own name replaced by what it stands for; a command's name is never one's own. */
    private String expanded(String line) {
        String[] parts = line.split("\\s+", 2);
        String alias = client.preferences().aliases().get(parts[0]);
        if (alias == null || commands.getSubcommands().containsKey(parts[0])) {
            return line;
        }
        return alias + (parts.length == 1 ? "" : " " + parts[1]);
    }

    /** A line as words; what is set is a word as it stands, with its quotes. */
    private static List<String> words(String line) {
        String[] parts = line.split("\\s+", 3);
        return parts.length == 3 && TAKE_THE_REST.contains(parts[0])
                ? List.of(parts[0], "--", parts[1], parts[2])
                : Words.of(line);
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>(commands.getSubcommands().keySet());
        names.addAll(client.preferences().aliases().keySet());
        return names;
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
    public String takes(String command, int place) {
        if (!commands.getSubcommands().containsKey(command)) {
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
        if (!commands.getSubcommands().containsKey(command)) {
            return List.of();
        }
        return spec(command).options().stream().map(OptionSpec::longestName).toList();
    }

    private CommandSpec spec(String command) {
        return commands.getSubcommands().get(command).getCommandSpec();
    }
}
