package chat262.cli.commands.message;

import chat262.cli.client.Client;
import chat262.cli.commands.ExitCode;
import chat262.cli.screen.Entries;
import chat262.cli.screen.Screen;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.store.Damage;
import chat262.cli.store.Login;
import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import chat262.cli.sync.Sender;
import chat262.cli.sync.SyncListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one message from the command line: by way of the outbox, like all others, and behind what waits there. */
final class SingleSend implements SyncListener {
    private static final String KEPT =
            "; the message is kept, and sent first by the next command that reaches the server";

    private final Client client;
    private final Screen screen;
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private OutboxEntry own;
    private volatile String why;

    SingleSend(Client client, Screen screen) {
        this.client = client;
        this.screen = screen;
    }

    /** Puts a message into the outbox and waits for the server's receipt. */
    int send(OutboxEntry entry, Duration atMost) throws IOException {
        own = entry;
        Login login;
        try {
            login = client.login();
        } catch (NoAnswer e) {
            screen.say(
                    "! the message is NOT kept: CHAT_TOKEN is new on this device, and the server can't be asked whose it"
                            + " is (" + e.getMessage() + ")");
            return ExitCode.TROUBLE;
        }
        return send(login, Outbox.open(client.state(), login), atMost);
    }

    private int send(Login login, Outbox outbox, Duration atMost) throws IOException {
        try (ChatServer server = new ChatServer(client.url(), login.token());
                Sender sender = new Sender(server, outbox, this, stored -> {})) {
            sender.add(own);
            sender.start();
            return end.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            screen.say(
                    "! no receipt within " + atMost.toSeconds() + " s" + (why == null ? "" : " (" + why + ")") + KEPT);
            return ExitCode.TIMED_OUT;
        } catch (ExecutionException e) {
            if (outbox.find(own.key()).isPresent()) { // a script that took this for "not kept" would send it twice
                screen.say("! " + e.getCause().getMessage() + KEPT);
                return ExitCode.TIMED_OUT;
            }
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.TIMED_OUT;
        }
    }

    @Override
    public void settled(OutboxEntry entry) {
        boolean refused = entry.state() != OutboxEntry.State.STORED;
        if (refused) {
            screen.say(Entries.refused(entry));
        }
        if (entry.key().equals(own.key())) {
            end.complete(refused ? ExitCode.REFUSED : ExitCode.OK);
        }
    }

    @Override
    public void kept(OutboxEntry entry, RuntimeException failure) {
        why = failure.getMessage();
        if (failure instanceof NoAnswer none && !none.reached()) {
            screen.say("! no answer from " + client.url() + " (" + why + ")" + KEPT + "; who or what " + own.to()
                    + " is will be looked up then");
            end.complete(ExitCode.UNREACHABLE);
        }
    }

    @Override
    public void loggedOut() {
        screen.say("! you are not logged in any more; the message is kept until 'login NAME'");
        end.complete(ExitCode.NOT_LOGGED_IN);
    }

    @Override
    public void damaged(Damage damage) {
        screen.say(Entries.damaged(damage));
    }

    @Override
    public void broken(Exception why) {
        end.completeExceptionally(why);
    }
}
