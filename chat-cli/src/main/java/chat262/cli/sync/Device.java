package chat262.cli.sync;

import chat262.api.rooms.Room;
import chat262.cli.server.ChatServer;
import chat262.cli.server.StreamSends;
import chat262.cli.store.FileGuard;
import chat262.cli.store.Journal;
import chat262.cli.store.Login;
import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import chat262.cli.store.StateFolder;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** An account on this device: its journal and outbox, and the loops that synchronize them with the server. */
public final class Device implements Closeable {
    private final Login login;
    private final ChatServer server;
    private final FileGuard guard;
    private final Journal journal;
    private final Outbox outbox;
    private Pump pump;
    private Sender sender;
    private Stream stream;
    private Readers readers;

    private Device(Login login, ChatServer server, FileGuard guard, Journal journal, Outbox outbox) {
        this.login = login;
        this.server = server;
        this.guard = guard;
        this.journal = journal;
        this.outbox = outbox;
    }

    /**
     * Opens it; needs no server.
     *
     * @throws DeviceInUse if another console of this account is running here
     */
    public static Device open(URI url, StateFolder state, Login login) throws IOException {
        Path folder = state.account(login);
        FileGuard guard =
                FileGuard.tryTake(folder.resolve("lock")).orElseThrow(() -> new DeviceInUse(login.username()));
        try {
            Journal journal = Journal.open(folder);
            Outbox outbox = Outbox.open(state, login);
            return new Device(login, new ChatServer(url, login.token()), guard, journal, outbox);
        } catch (IOException | RuntimeException e) {
            guard.close();
            throw e;
        }
    }

    /** Starts receiving and sending. */
    public void start(SyncListener listener) {
        pump = new Pump(server, journal, login.epoch(), listener);
        StreamSends sends = new StreamSends();
        sender = new Sender(server, sends, outbox, listener, pump);
        readers = new Readers(server, listener);
        stream = new Stream(server, pump, readers, sends, listener);
        pump.start(() -> {
            sender.wake();
            stream.wake();
            listener.inStep();
        });
        sender.start();
        stream.start();
        journal.damage().ifPresent(listener::damaged);
    }

    public Login login() {
        return login;
    }

    public ChatServer server() {
        return server;
    }

    public Journal journal() {
        return journal;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Pump pump() {
        return pump;
    }

    /** How far the others have read the room that is watched. */
    public Readers readers() {
        return readers;
    }

    /** Up to where a room was read, here or, as far as is known, on another device. */
    public long readUpTo(long room) {
        Room listed = pump.room(room);
        return Math.max(journal.shown(room), listed == null ? 0 : listed.cursor());
    }

    /** The room that a person looks at. */
    public void watch(long room) {
        stream.watch(room);
    }

    /** No room is looked at any more. */
    public void watchNothing() {
        stream.watch(Readers.NONE);
    }

    /** Puts a message into the outbox, on disk, and sends it as soon as that works. */
    public void send(OutboxEntry entry) throws IOException {
        sender.add(entry);
    }

    /** What waits has changed: goes on with it at once. */
    public void outboxChanged() {
        sender.wake();
    }

    /** Whether a message is on its way, or was just stored and is being handed on. */
    public boolean isSending() {
        return sender.isSending();
    }

    /**
     * Puts a journal aside that is ahead of the server's log although the epoch is the same, and lets the account's own
     * messages be sent again. The device must be closed and opened after it.
     */
    public void rollBack() throws IOException {
        outbox.sendAgain(); // first: if we die in between, the journal still tells that this has to be done
        journal.startAgain();
    }

    @Override
    public void close() throws IOException {
        if (pump != null) {
            stream.close();
            readers.close();
            sender.close();
            pump.close();
        }
        server.close();
        journal.close();
        guard.close();
    }
}
