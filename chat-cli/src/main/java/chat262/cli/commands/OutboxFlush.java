package chat262.cli.commands;

import chat262.cli.client.Client;
import chat262.cli.screen.Entries;
import chat262.cli.screen.Screen;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.Damage;
import chat262.cli.store.FileGuard;
import chat262.cli.store.Login;
import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import chat262.cli.sync.Sender;
import chat262.cli.sync.SyncListener;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Delivers, before a one-shot command does its own work, what an earlier one could not: the next console may be opened much
 * later. If it fails again the messages are kept, and the command's own call tells why.
 */
final class OutboxFlush implements SyncListener {
    private static final long TIMEOUT_SECONDS = 10;

    private final Client client;
    private final Screen screen;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Outbox outbox;
    private volatile String why;

    OutboxFlush(Client client, Screen screen) {
        this.client = client;
        this.screen = screen;
    }

    /** Waits until all is delivered or refused, or can't be now. */
    void deliver() {
        try {
            Optional<Login> login = client.loginIfAny();
            if (login.isPresent()) {
                deliver(login.get());
            }
        } catch (NoAnswer | RequestRejected e) {
            // The command's own call will fail in the same way, and tell.
        } catch (IOException e) { // which need not keep the command from its work
            screen.say("! whether messages wait to be sent can't be seen: " + e.getMessage());
        }
    }

    private void deliver(Login login) throws IOException {
        outbox = Outbox.open(client.state(), login);
        outbox.takeDamage().ifPresent(this::damaged);
        int waiting = outbox.waiting().size();
        if (waiting == 0) {
            return;
        }
        try (ChatServer server = new ChatServer(client.url(), login.token())) {
            if (server.pulse().epoch().equals(login.epoch())) { // else the console has to begin anew first
                send(server);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int left = outbox.waiting().size();
        screen.say("-- " + (waiting - left) + " of " + waiting + " that waited to be sent are delivered or refused"
                + (left == 0 || why == null ? "" : " (" + why + ")"));
    }

    private void send(ChatServer server) throws IOException, InterruptedException {
        Optional<FileGuard> right = outbox.trySending();
        if (right.isPresent()) {
            right.get().close();
        }
        try (Sender sender = new Sender(server, outbox, this, stored -> {})) {
            sender.start();
            // Another process that may send does it, or can't just now.
            end.await(right.isPresent() ? TIMEOUT_SECONDS : 1, TimeUnit.SECONDS);
        }
    }

    @Override
    public void settled(OutboxEntry entry) {
        if (entry.state() == OutboxEntry.State.REFUSED) {
            screen.say(Entries.refused(entry));
        }
        if (outbox.waiting().isEmpty()) {
            end.countDown();
        }
    }

    @Override
    public void kept(OutboxEntry entry, RuntimeException failure) {
        why = failure.getMessage(); // others may still get through
    }

    @Override
    public void resting() {
        end.countDown();
    }

    @Override
    public void loggedOut() {
        end.countDown();
    }

    @Override
    public void damaged(Damage damage) {
        screen.say(Entries.damaged(damage));
    }

    @Override
    public void broken(Exception why) {
        screen.say("! what waits could not be sent: " + why.getMessage());
        end.countDown();
    }
}
