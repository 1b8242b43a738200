package chat262.cli;

import chat262.cli.console.Client;
import chat262.cli.console.Console;
import chat262.cli.console.Screen;
import chat262.cli.store.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line as a whole: options for all commands, and the console where no command is given. */
@Command(
        name = "chat",
        description = "262chat: every message exactly once, in order. Without a command it is the console.",
        synopsisSubcommandLabel = "[COMMAND]",
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  CHAT_SERVER      the server, if there is no --server",
            "  XDG_STATE_HOME   its folder chat keeps logins, journals and outboxes",
            "                   (~/.local/state if it is not set)",
            "  NO_COLOR         no colours, if it is set",
            "Exit codes:",
            "  0 done      1 trouble on this machine      2 wrong usage      3 not logged in",
            "  4 refused by the server",
            "  5 server not reached; a message is kept and sent later",
            "  6 no receipt in time; likewise"
        })
final class Chat implements Callable<Integer> {
    private static final String DEFAULT = "http://127.0.0.1:8080";

    private final Screens screens;
    private Client client;

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The server (CHAT_SERVER, else " + DEFAULT + ").")
    String server;

    @Spec
    CommandSpec spec;

    Chat(Screens screens) {
        this.screens = screens;
    }

    /** What single commands work with. */
    Client client() {
        if (client == null) {
            client = client(screens.plain());
        }
        return client;
    }

    private Client client(Screen screen) {
        return new Client(url(), StateFolder.of(url(), System.getenv()), screen);
    }

    private URI url() {
        String chosen = server != null ? server : System.getenv("CHAT_SERVER");
        String text = chosen == null || chosen.isBlank() ? DEFAULT : chosen.strip();
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new ParameterException(spec.commandLine(), "not a server's URL, such as " + DEFAULT + ": " + text);
    }

    /** Opens the console. */
    @Override
    public Integer call() throws IOException {
        url();
        try (Screen screen = screens.interactive()) {
            Client here = client(screen);
            Console console = new Console(here);
            return console.run(new Prompt(here, console)) ? ExitCode.OK : ExitCode.UNREACHABLE;
        }
    }
}
