package chat262.cli;

import chat262.cli.client.Client;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.prompt.Prompt;
import chat262.cli.config.Config;
import chat262.cli.config.Preferences;
import chat262.cli.config.Setting;
import chat262.cli.interactive.Delivery;
import chat262.cli.interactive.InputLoop;
import chat262.cli.interactive.InteractiveSession;
import chat262.cli.screen.Screen;
import chat262.cli.store.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code chat} itself: the options for all commands, and the interactive console where no command is given. */
@Command(
        name = "chat",
        description = "262chat: every message exactly once, in order. Without a command it is the console.",
        synopsisSubcommandLabel = "[COMMAND]",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:trouble on this machine",
            "2:wrong usage",
            "3:not logged in",
            "4:refused by the server",
            "5:server not reached; a message is kept and sent later",
            "6:no receipt in time; likewise",
            "141:what reads the output has ended"
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  CHAT_SERVER      the server, if there is no --server",
            "  CHAT_PROFILE     the profile, if there is no --profile",
            "  CHAT_TOKEN       a session's token for scripts, in place of 'login'",
            "  XDG_CONFIG_HOME  its folder chat may have a config.properties",
            "                   (~/.config if it is not set)",
            "  XDG_STATE_HOME   its folder chat keeps logins, journals and outboxes",
            "                   (~/.local/state if it is not set)",
            "  NO_COLOR         no colours, if it is set, whatever the config file says",
            "Config file, one 'KEY = VALUE' a line, \\\\ for a backslash; 'PROFILE.KEY = VALUE' is for one profile:",
            "  server           the server, if there is neither --server nor CHAT_SERVER",
            "  theme            dark, light or none: the colours of the console",
            "  bell             all, direct or none: what the terminal's bell rings for",
            "  notify-command   a command that runs when others write: it gets the text on its standard input,",
            "                   and CHAT_ROOM_NAME and CHAT_SENDER",
            "  quiet            such as 22:00-07:00: neither bell nor command then",
            "  aliases          names of your own for commands: j = join; ops = join ops",
            "A profile is somebody of its own: it has its own login, journal and outbox."
        })
final class RootCommand implements Callable<Integer> {
    private final Screens screens;
    private Client client;
    private Config chosen;

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The server (CHAT_SERVER, else the config file, else " + Setting.DEFAULT_SERVER + ").")
    String server;

    @Option(
            names = {"-P", "--profile"},
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "A profile of the config file (CHAT_PROFILE); 'default' is none.")
    String profile;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Colours in the console: auto (unless NO_COLOR is set), always or never.")
    String color;

    @Option(
            names = "--notify-command",
            paramLabel = "CMD",
            description = "In the console: run CMD when others write (else the config file's).")
    String notifyCommand;

    @Option(names = "--explore", description = "In the console: look around; what you read stays unread.")
    boolean explore;

    @Option(
            names = "--plain",
            description = "The console line by line, without a status line or colours: for screen readers.")
    boolean plain;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The config file (else chat/config.properties where configurations are).")
    Path config;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explain this.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version.")
    private boolean version;

    RootCommand(Screens screens) {
        this.screens = screens;
    }

    /** What one-shot commands work with. */
    Client client() {
        if (client == null) {
            client = client(screens.plain());
        }
        return client;
    }

    private Client client(Screen screen) {
        if (chosen == null) {
            chosen = Config.of(new Config.Options(server, profile, config, color, notifyCommand), System.getenv());
        }
        StateFolder state = StateFolder.of(chosen.server(), chosen.profile(), System.getenv());
        return new Client(chosen.server(), state, screen, chosen.preferences(), chosen.token());
    }

    /** Opens the console. */
    @Override
    public Integer call() throws IOException {
        Preferences preferences = client().preferences(); // an invalid one is reported before the terminal is taken
        try (Screen screen = plain ? screens.plain() : screens.interactive(preferences)) {
            Client here = client(screen);
            InteractiveSession session = new InteractiveSession(here, explore);
            InputLoop loop = new InputLoop(session, screen);
            Delivery.Result delivered = loop.run(new Prompt(here, session));
            int failure = loop.failure();
            return failure != 0 ? failure : loop.hasFailed() ? ExitCode.TROUBLE : exitCode(delivered);
        }
    }

    private static int exitCode(Delivery.Result delivered) {
        return switch (delivered) {
            case DONE -> ExitCode.OK;
            case LOGGED_OUT -> ExitCode.NOT_LOGGED_IN;
            case UNREACHED -> ExitCode.UNREACHABLE;
            case NOT_IN_TIME -> ExitCode.TIMED_OUT;
        };
    }
}
