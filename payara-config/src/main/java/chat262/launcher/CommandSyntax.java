package chat262.launcher;

import chat262.launcher.ServerCommand.Action;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The syntax of the command line, as a model of picocli's: an action has an option for each {@link Setting} that it uses. */
final class CommandSyntax {
    /** What comes out: the option of a migration for the tag of the schema, and of a move for the database. */
    static final String TO = "--to";

    /** The option of a move for the data folder. */
    static final String FROM = "--from";

    private static final String HELP = """
            usage: chat server [OPTION VALUE]...
                   chat admin migrate --to TAG [OPTION VALUE]...
                   chat admin move --from DIR --to DATABASE [--db-password PASSWORD]
                   chat admin nodes --db DATABASE [--db-password PASSWORD]
                   java -jar chat-server.jar migrate|move|nodes|prepare [OPTION VALUE]...

            Starts the server and says so in one line when it is ready; Ctrl-C or SIGTERM stops it.
            "migrate" takes the database of a stopped server back to an earlier version of its schema.
            "move" copies all data of a stopped server from Derby, in its data folder, to a PostgreSQL; it can be repeated.
            "nodes" lists the servers that use a PostgreSQL.
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
        operands(action).forEach(option -> command.addOption(text(option)));
        settings(action).forEach(setting -> command.addOption(text(setting.option())));
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

    /** The options of an action that are no settings. */
    static List<String> operands(Action action) {
        return switch (action) {
            case MIGRATE -> List.of(TO);
            case MOVE -> List.of(FROM, TO);
            default -> List.of();
        };
    }

    private static List<Setting> settings(Action action) {
        return switch (action) {
            case MOVE -> List.of(Setting.DB_PASSWORD);
            case NODES -> List.of(Setting.DB, Setting.DB_PASSWORD);
            default -> List.of(Setting.values());
        };
    }

    private static OptionSpec text(String option) {
        return OptionSpec.builder(option).type(String.class).build();
    }

    /** The text of {@code --help}. */
    static String help() {
        return HELP.formatted(Arrays.stream(Setting.values()).map(Setting::help).collect(Collectors.joining("\n")));
    }
}
