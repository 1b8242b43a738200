package chat262.cli.commands;

import chat262.cli.client.Client;
import chat262.cli.interactive.InteractiveSession;
import chat262.cli.screen.Screen;
import chat262.cli.server.ChatServer;
import chat262.cli.store.KnownRoom;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** What a command works with: the client, the screen, and the interactive session that it was typed in, if any. */
public final class CommandContext {
    private final Supplier<Client> client;
    private final Screen screen;
    private final InteractiveSession session;

    private CommandContext(Supplier<Client> client, Screen screen, InteractiveSession session) {
        this.client = client;
        this.screen = screen;
        this.session = session;
    }

    /**
     * For a command of the command line.
     *
     * @param client is only asked once a command runs, as the options that it depends on are parsed before
     */
    public static CommandContext oneShot(Supplier<Client> client, Screen screen) {
        return new CommandContext(client, screen, null);
    }

    /** For the commands of the prompt. */
    public static CommandContext interactive(Client client, InteractiveSession session) {
        return new CommandContext(() -> client, client.screen(), session);
    }

    public Client client() {
        return client.get();
    }

    public Screen screen() {
        return screen;
    }

    /** Whether a question would be answered: at a terminal, or in an interactive session that is typed to line by line. */
    public boolean canAsk() {
        return session != null || screen.isTerminal();
    }

    /** The server, for calls of the account that is logged in. */
    public ChatServer server() throws IOException {
        return client().mine();
    }

    /** The room whose chat is open; empty if none is, as always on the command line. */
    public Optional<KnownRoom> openRoom() {
        return session().flatMap(InteractiveSession::viewedRoom);
    }

    /** The session that the command was typed in; empty on the command line. */
    public Optional<InteractiveSession> session() {
        return Optional.ofNullable(session);
    }
}
