package chat262.launcher;

import chat262.launcher.ServerCommand.Action;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The syntax of the command line, as a model of picocli's: each command has an option for each {@link Setting}. */
final class CommandSyntax {
    /** The option of a migration for the tag of the schema. */
    static final String TO = "--to";

    private static final int HELP_WIDTH = 120;

    /** In place of picocli's own factory, which looks for Groovy: a search through all libraries on the class path. */
    private static final IFactory FACTORY = new IFactory() {
        @Override
        public <T> T create(Class<T> type) throws ReflectiveOperationException {
            return type.getDeclaredConstructor().newInstance();
        }
    };

    private CommandSyntax() {}

    static CommandLine commandLine() {
        CommandSpec migrate = command(Action.MIGRATE);
        migrate.addOption(OptionSpec.builder(TO).type(String.class).build());
        return new CommandLine(command(Action.SERVE), FACTORY)
                .addSubcommand("migrate", new CommandLine(migrate, FACTORY))
                .addSubcommand("prepare", new CommandLine(command(Action.PREPARE), FACTORY))
                // The argument after an option is its value, even if it looks like an option.
                .setAllowOptionsAsOptionParameters(true)
                .setAllowSubcommandsAsOptionParameters(true)
                .setOverwrittenOptionsAllowed(true)
                .setPosixClusteredShortOptionsAllowed(false)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                // With --help they don't matter; without it, the launcher refuses them.
                .setUnmatchedArgumentsAllowed(true);
    }

    /** What a command of this syntax does. */
    static Action actionOf(CommandSpec command) {
        return (Action) command.userObject();
    }

    /** The text of {@code --help}. */
    static String help() {
        CommandLine server = commandLine();
        server.getCommandSpec()
                .usageMessage()
                .width(HELP_WIDTH)
                .synopsisHeading("usage: ")
                .customSynopsis(
                        "chat server [OPTION VALUE]...",
                        "       chat admin migrate --to TAG [OPTION VALUE]...",
                        "       java -jar chat-server.jar prepare [OPTION VALUE]...")
                .descriptionHeading("%n")
                .description(
                        "Starts the server and says so in one line when it is ready; Ctrl-C or SIGTERM stops it.",
                        "\"migrate\" takes the database of a stopped server back to an earlier version of its schema.",
                        "\"prepare\" makes starts twice as quick: it unpacks the server, and prints the command that starts it"
                                + " then.")
                .optionListHeading("%nOptions, each also an environment variable (an option wins):%n");
        server.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, CommandSyntax::optionList);
        server.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
        server.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
        return server.getUsageMessage(Help.Ansi.OFF);
    }

    /** Below each option its description, as one beside it would have to be narrow. */
    private static String optionList(Help help) {
        return help.commandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .map(option -> "  %s %s%n      %s%n"
                        .formatted(
                                option.longestName(),
                                option.paramLabel(),
                                String.join(System.lineSeparator() + "      ", option.description())))
                .collect(Collectors.joining("", "", "  --help, --version%n".formatted()));
    }

    private static CommandSpec command(Action action) {
        CommandSpec command = CommandSpec.wrapWithoutInspection(action, FACTORY);
        command.addOption(OptionSpec.builder("--help", "-h").usageHelp(true).build());
        command.addOption(OptionSpec.builder("--version").versionHelp(true).build());
        for (Setting setting : Setting.values()) {
            command.addOption(OptionSpec.builder(setting.option())
                    .type(String.class)
                    .paramLabel(setting.placeholder())
                    .description(setting.help())
                    .build());
        }
        return command;
    }
}
