package chat262.cli;

import chat262.cli.commands.prompt.Prompt;
import chat262.cli.interactive.InteractiveSession;
import chat262.cli.store.Login;
import chat262.cli.store.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.logging.LogManager;

/**
 * The training run for class data sharing: opens the console once, without a server and without input, so that the JVM
 * can list the classes that a start loads. The script {@code chat} makes an archive of them, which shortens later starts.
 * The folders of state and configuration must be empty.
 */
final class CdsTraining {
    private static final String NOWHERE = "http://127.0.0.1:1";

    private CdsTraining() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        LogManager.getLogManager().reset();
        RootCommand root = new RootCommand(new Screens(true));
        root.server = NOWHERE;
        StateFolder.of(URI.create(NOWHERE), null, System.getenv())
                .keep(new Login("nobody", 1, 1, "none", Instant.EPOCH, "none"));
        Main.commandLine(root, new Screens().plain()); // loads the commands of the command line
        int exitCode = root.call();
        // The prompt above builds its commands in the background, which an exit would cut short; this one is waited
        // for.
        new Prompt(root.client(), new InteractiveSession(root.client(), false)).names();
        System.exit(exitCode);
    }
}
