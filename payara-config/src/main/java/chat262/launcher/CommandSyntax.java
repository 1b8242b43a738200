package chat262.launcher;

import chat262.launcher.ServerCommand.Action;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The syntax of the command line, as a model of picocli's: each action has an option for each {@link Setting}. */
final class CommandSyntax {
    /** The option of a migration for the tag of the schema. */
    static final String TO = "--to";

    private static final String HELP = """
            usage: chat server [OPTION VALUE]...
                   chat admin migrate --to TAG [OPTION VALUE]...
                   java -jar chat-server.jar prepare [OPTION VALUE]...

            Starts the server and says so in one line when it is ready; Ctrl-C or SIGTERM stops it.
            "migrate" takes the database of a stopped server back to an earlier version of its schema.
            "prepare" makes starts twice as quick: it unpacks the server, and prints the command that starts it then.

            Options, each also an environment variable (an option wins):
            %s
              --help, --version
            """;

    /** In place of picocli's own factory, which looks for Groovy: a search through all libraries on the class path. */
    private static final IFactory FACTORY = new IFactory() {
        @Override
        public <T> T create(Class<T> type) throws ReflectiveOperationException {
            return type.getDeclaredConstructor().newInstance();
        }
    };

    private CommandSyntax() {}

    /** The syntax of what stands behind the name of an action. */
    static CommandLine of(Action action) {
        CommandSpec command = CommandSpec.wrapWithoutInspection(action, FACTORY);
        command.addOption(OptionSpec.builder("--help", "-h").usageHelp(true).build());
        command.addOption(OptionSpec.builder("--version").versionHelp(true).build());
        if (action == Action.MIGRATE) {
            command.addOption(text(TO));
        }
        for (Setting setting : Setting.values()) {
            command.addOption(text(setting.option()));
        }
        return new CommandLine(command, FACTORY)
                // The argument after an option is its value, even if it looks like an option.
                .setAllowOptionsAsOptionParameters(true)
                .setOverwrittenOptionsAllowed(true)
                .setPosixClusteredShortOptionsAllowed(false)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                // With --help they don't matter; without it, the launcher refuses them.
                .setUnmatchedArgumentsAllowed(true);
    }

    private static OptionSpec text(String option) {
        return OptionSpec.builder(option).type(String.class).build();
    }

    /** The text of {@code --help}. */
    static String help() {
        return HELP.formatted(Arrays.stream(Setting.values()).map(Setting::help).collect(Collectors.joining("\n")));
    }
}
