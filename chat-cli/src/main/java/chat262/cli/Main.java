package chat262.cli;

import chat262.cli.console.Screen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Starts the console, or carries out one command. */
public final class Main {
    private static final char NOT_DECODED = '\uFFFD';

    private Main() {}

    public static void main(String[] args) {
        HeadStart.begin(args.length == 0);
        LogManager.getLogManager().reset(); // the libraries' own remarks are not for the person at the terminal
        Screens screens = new Screens();
        System.exit(args.length == 0 ? runConsole(screens) : run(args, screens));
    }

    /** What {@link #run} does without arguments, but ready sooner: there is no command line to understand. */
    private static int runConsole(Screens screens) {
        Chat chat = new Chat(screens);
        try {
            return chat.call();
        } catch (IOException | RuntimeException e) {
            return fail(e, chat, screens.plain());
        }
    }

    private static int run(String[] args, Screens screens) {
        Screen screen = screens.plain();
        for (String arg : args) {
            if (arg.indexOf(NOT_DECODED) >= 0) {
                screen.say("! an argument is not text in this locale (" + System.getProperty("sun.jnu.encoding")
                        + "): use a UTF-8 one, such as LC_ALL=C.UTF-8, or 'chat send ROOM -'");
                return ExitCode.USAGE;
            }
        }
        Chat chat = new Chat(screens);
        CommandLine commandLine = commandLine(chat, screen);
        commandLine.setParameterExceptionHandler((failure, given) -> wrongUsage(failure, screen));
        commandLine.setExecutionExceptionHandler((failure, where, parsed) ->
                failure instanceof ParameterException usage ? wrongUsage(usage, screen) : fail(failure, chat, screen));
        commandLine.setExecutionStrategy(parsed -> {
            if (parsed.hasSubcommand() && (chat.explore || chat.plain)) {
                throw new ParameterException(
                        commandLine, "--explore and --plain are for the console, not for a command");
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        return commandLine.execute(args[0].equals("help") ? asHelp(args) : args);
    }

    /** {@code help COMMAND} is {@code COMMAND --help}. */
    private static String[] asHelp(String[] args) {
        List<String> words = new ArrayList<>(List.of(args).subList(1, args.length));
        words.add("--help");
        return words.toArray(String[]::new);
    }

    private static int fail(Exception failure, Chat chat, Screen screen) {
        screen.say("! " + ExitCode.sentence(failure, failure instanceof WrongConfig ? "" : server(chat)));
        return ExitCode.of(failure);
    }

    /** All that can be given on the command line. */
    static CommandLine commandLine(Chat chat, Screen screen) {
        CommandLine commandLine = new CommandLine(chat);
        add(commandLine, CommandTable.single(chat::client, screen));
        commandLine.getCommandSpec().addOption(help());
        commandLine.getCommandSpec().addOption(version());
        commandLine
                .getCommandSpec()
                .version("262chat " + Main.class.getPackage().getImplementationVersion());
        return commandLine;
    }

    private static String server(Chat chat) {
        return chat.client().url().toString();
    }

    private static int wrongUsage(ParameterException failure, Screen screen) {
        CommandLine where = failure.getCommandLine();
        screen.say("! " + failure.getMessage());
        screen.say("'" + where.getCommandSpec().qualifiedName() + " --help' explains it.");
        return ExitCode.USAGE;
    }

    /** Adds commands, at the prompt or on the command line. */
    static void add(CommandLine commandLine, List<Row> rows) {
        for (Row row : rows) {
            commandLine.addSubcommand(row.spec().addOption(help()));
        }
        commandLine.setExpandAtFiles(false); // @bob is a person
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Explain this.")
                .build();
    }

    private static OptionSpec version() {
        return OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version.")
                .build();
    }
}
