package chat262.cli;

import chat262.cli.commands.CommandContext;
import chat262.cli.commands.CommandLines;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.Usage;
import chat262.cli.commands.account.AccountCommands;
import chat262.cli.commands.message.MessageCommands;
import chat262.cli.commands.room.RoomCommands;
import chat262.cli.commands.script.ScriptCommands;
import chat262.cli.config.InvalidConfig;
import chat262.cli.screen.OutputClosed;
import chat262.cli.screen.Screen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Starts the console, or carries out one command. */
public final class Main {
    private static final char NOT_DECODED = '\uFFFD';

    private Main() {}

    public static void main(String[] args) {
        Preloader.begin(args.length == 0);
        LogManager.getLogManager().reset(); // the log of libraries does not belong on the terminal
        Screens screens = new Screens();
        HomeEncoding.complaint(System.getenv()).ifPresent(complaint -> {
            screens.plain().say("! " + complaint);
            System.exit(ExitCode.USAGE);
        });
        System.exit(args.length == 0 ? runConsole(screens) : run(args, screens));
    }

    /** What {@link #run} does without arguments, but ready sooner: there is no command line to parse. */
    private static int runConsole(Screens screens) {
        RootCommand root = new RootCommand(screens);
        try {
            return root.call();
        } catch (IOException | RuntimeException e) {
            return fail(e, root, screens.plain());
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
        RootCommand root = new RootCommand(screens);
        CommandLine commandLine = commandLine(root, screen);
        commandLine.setParameterExceptionHandler((failure, given) -> wrongUsage(failure, screen));
        commandLine.setExecutionExceptionHandler((failure, where, parsed) ->
                failure instanceof ParameterException usage ? wrongUsage(usage, screen) : fail(failure, root, screen));
        commandLine.setExecutionStrategy(parsed -> {
            if (parsed.hasSubcommand() && (root.explore || root.plain)) {
                throw new ParameterException(
                        commandLine, "--explore and --plain are for the console, not for a command");
            }
            if (!parsed.unmatched().isEmpty()) { // 'help NOSUCH', where a request for help would hide it
                throw new UnmatchedArgumentException(commandLine, parsed.unmatched());
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

    private static int fail(Exception failure, RootCommand root, Screen screen) {
        if (failure instanceof OutputClosed) { // it has read what it wanted
            return ExitCode.of(failure);
        }
        screen.say("! " + ExitCode.sentence(failure, failure instanceof InvalidConfig ? "" : server(root)));
        return ExitCode.of(failure);
    }

    /** All that can be given on the command line. */
    static CommandLine commandLine(RootCommand root, Screen screen) {
        CommandContext context = CommandContext.oneShot(root::client, screen);
        CommandLine commandLine = new CommandLine(root);
        CommandLines.add(commandLine, AccountCommands.all(context));
        CommandLines.add(commandLine, RoomCommands.all(context));
        CommandLines.add(commandLine, MessageCommands.all(context));
        CommandLines.add(commandLine, ScriptCommands.all(context));
        commandLine
                .getCommandSpec()
                .version("262chat " + Main.class.getPackage().getImplementationVersion());
        return commandLine;
    }

    private static String server(RootCommand root) {
        return root.client().url().toString();
    }

    private static int wrongUsage(ParameterException failure, Screen screen) {
        CommandLine where = failure.getCommandLine();
        screen.say("! " + Usage.of(failure));
        screen.say("'" + where.getCommandSpec().qualifiedName() + " --help' explains it.");
        return ExitCode.USAGE;
    }
}
