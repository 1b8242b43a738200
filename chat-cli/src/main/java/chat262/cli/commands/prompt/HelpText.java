package chat262.cli.commands.prompt;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help of the prompt: shorter than that of the command line, a few lines for all commands. */
final class HelpText {
    private static final int WIDTH = 79;
    private static final int HELP_AT = 35;

    private HelpText() {}

    /** A list of all commands. */
    static String of(CommandLine commands) {
        return commands.getSubcommands().values().stream()
                .distinct() // each stands there under its aliases, too
                .map(CommandLine::getCommandSpec)
                .map(command -> beside(usage(command), description(command)))
                .collect(Collectors.joining("\n"));
    }

    /** One command with its options. */
    static String ofOne(CommandSpec command) {
        return Stream.concat(
                        Stream.of(usage(command), "  " + description(command)),
                        command.options().stream()
                                .filter(option -> !option.usageHelp())
                                .map(HelpText::option))
                .collect(Collectors.joining("\n"));
    }

    /** The help to the right of the usage, broken between words. */
    private static String beside(String usage, String help) {
        StringBuilder text = new StringBuilder(String.format("%-" + HELP_AT + "s", usage));
        int column = usage.length() < HELP_AT ? HELP_AT : WIDTH;
        for (String word : help.split(" ")) {
            if (column + word.length() > WIDTH) {
                text.append('\n').append(" ".repeat(HELP_AT));
                column = HELP_AT;
            }
            text.append(word).append(' ');
            column += word.length() + 1;
        }
        return text.toString().stripTrailing();
    }

    private static String description(CommandSpec command) {
        return String.join(" ", command.usageMessage().description());
    }

    private static String option(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return String.format(
                "  %-20s %s", String.join(", ", option.names()) + value, String.join(" ", option.description()));
    }

    private static String usage(CommandSpec command) {
        Stream<String> names = Stream.concat(Stream.of(command.name()), Arrays.stream(command.aliases()));
        return Stream.concat(
                        Stream.of(names.collect(Collectors.joining("|"))),
                        command.positionalParameters().stream().map(HelpText::parameter))
                .collect(Collectors.joining(" "));
    }

    private static String parameter(PositionalParamSpec parameter) {
        String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
        return parameter.required() ? label : "[" + label + "]";
    }
}
