package chat262.cli;

import chat262.cli.store.Login;
import chat262.cli.store.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.logging.LogManager;

/**
 * Opens the console once, without a server and with nobody typing, so that the JVM can write down which classes a start
 * takes: the script {@code chat} makes an archive of them that later starts are quicker with. The folders of state and
 * configuration must be empty ones.
 */
final class Rehearsal {
    private static final String NOWHERE = "http://127.0.0.1:1";

    private Rehearsal() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        LogManager.getLogManager().reset();
        Chat chat = new Chat(new Screens(true));
        chat.server = NOWHERE;
        StateFolder.of(URI.create(NOWHERE), null, System.getenv())
                .keep(new Login("nobody", 1, 1, "none", Instant.EPOCH, "none"));
        Main.commandLine(chat, new Screens().plain());
        System.exit(chat.call());
    }
}
