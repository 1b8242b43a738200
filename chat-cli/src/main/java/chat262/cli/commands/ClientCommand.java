package chat262.cli.commands;

import chat262.api.rooms.Room;
import chat262.cli.client.Client;
import chat262.cli.screen.Screen;
import chat262.cli.server.ChatServer;
import chat262.cli.store.KnownRoom;
import chat262.cli.sync.RoomFinder;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command: its annotations say what it takes, {@link #run} does it. */
public abstract class ClientCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    protected ClientCommand(CommandContext context) {
        this.context = context;
    }

    /** Runs it; on the command line, messages that wait in the outbox are delivered first. */
    @Override
    public final Integer call() throws Exception {
        if (context.session().isEmpty() && flushesOutbox()) {
            new OutboxFlush(client(), screen()).deliver();
        }
        return run();
    }

    /** Does what the command is for; returns an {@link ExitCode}. */
    protected abstract int run() throws Exception;

    /** Whether the outbox is to be delivered first. Not where the command does so itself or is about another session. */
    protected boolean flushesOutbox() {
        return true;
    }

    protected final CommandContext context() {
        return context;
    }

    protected final Client client() {
        return context.client();
    }

    protected final Screen screen() {
        return context.screen();
    }

    protected final ChatServer server() throws IOException {
        return context.server();
    }

    protected final CommandSpec spec() {
        return spec;
    }

    /** A parameter of several words, such as the name of a group; empty if it was left out. */
    protected static String words(List<String> values) {
        return values == null ? "" : String.join(" ", values);
    }

    /** The room of this name or, without a name, the one whose chat is open. */
    protected final Room room(ChatServer server, String name) {
        return name.isEmpty() ? server.room(openRoom("ROOM").id()) : new RoomFinder(server).find(name);
    }

    /** Refuses a command that names no room while no chat is open; to be asked before the server is. */
    protected final void refuseWithoutRoom(String name, String label) {
        if (name.isEmpty()) {
            openRoom(label);
        }
    }

    /** The room whose chat is open, as the one that is meant was not named. */
    protected final KnownRoom openRoom(String label) {
        boolean atPrompt = context.session().isPresent();
        return context.openRoom()
                .orElseThrow(() -> wrong(label + " is missing" + (atPrompt ? ", and no chat is open" : "")));
    }

    /** A name without the sign that may stand before it. */
    protected static String without(String sign, String name) {
        return name.startsWith(sign) ? name.substring(sign.length()) : name;
    }

    /** The whole number of at least 1 that an option was given. */
    protected final int number(String option, String given, int otherwise) {
        if (given == null) {
            return otherwise;
        }
        if (!given.matches("[1-9]\\d{0,6}")) {
            throw wrong(option + " wants a whole number of at least 1, not " + given);
        }
        return Integer.parseInt(given);
    }

    /** The seq that an option was given. */
    protected final long seq(String option, String given, long otherwise) {
        if (given != null && !given.matches("\\d{1,18}")) {
            throw wrong(option + " wants a message's number, not " + given);
        }
        return given == null ? otherwise : Long.parseLong(given);
    }

    /** The arguments make no sense. */
    protected final ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
