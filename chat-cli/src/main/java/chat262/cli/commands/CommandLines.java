package chat262.cli.commands;

import java.lang.reflect.Field;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What the command line and the prompt have in common. */
public final class CommandLines {
    private CommandLines() {}

    /** Adds commands, each with an option that explains it. */
    public static void add(CommandLine to, List<? extends ClientCommand> commands) {
        for (ClientCommand command : commands) {
            CommandLine added = new CommandLine(command);
            added.getCommandSpec().addOption(help());
            to.addSubcommand(added);
        }
        to.setExpandAtFiles(false); // @bob is a person
        to.getSubcommands()
                .values()
                .forEach(each -> each.setStopAtPositional(
                        placeOfText(each.getCommandSpec()).isPresent()));
    }

    /** How many parameters stand before the one that is {@link FreeText}; empty for a command that has none. */
    public static OptionalInt placeOfText(CommandSpec command) {
        return command.positionalParameters().stream()
                .filter(CommandLines::isText)
                .mapToInt(parameter -> parameter.index().min())
                .findFirst();
    }

    private static boolean isText(PositionalParamSpec parameter) {
        return parameter.userObject() instanceof Field field && field.isAnnotationPresent(FreeText.class);
    }

    /** The option that explains a command. */
    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Explain this.")
                .build();
    }
}
