package chat262.cli.interactive;

import chat262.api.rooms.Room;
import chat262.cli.config.Preferences;
import chat262.cli.screen.Entries;
import chat262.cli.screen.OutputClosed;
import chat262.cli.screen.PlainWords;
import chat262.cli.screen.Screen;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.Damage;
import chat262.cli.store.KnownRoom;
import chat262.cli.store.OutboxEntry;
import chat262.cli.sync.Device;
import chat262.cli.sync.SyncListener;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What happens beside the input: tells it on the screen, and lets the open view show what has arrived. */
final class ConsoleEvents implements SyncListener {
    private final Rooms rooms;
    private final Screen screen;
    private final StatusLine status;
    private final Notifier notifier;
    private final HistoryListener history;
    private final Consumer<Device> failed;
    private volatile Device told;
    private final Set<String> toldKept = ConcurrentHashMap.newKeySet();
    private volatile Device device;
    private final KeptReason kept = new KeptReason();
    private volatile boolean loggedOut;
    private volatile boolean broken;

    /** Opens a device anew whose history the server no longer has. */
    interface HistoryListener {
        void historyChanged(Device device, String epoch);
    }

    /** @param failed gets a device that a person is told of that it can't go on for the moment */
    ConsoleEvents(
            Rooms rooms,
            Screen screen,
            Supplier<Preferences> preferences,
            HistoryListener history,
            Consumer<Device> failed) {
        this.rooms = rooms;
        this.screen = screen;
        this.status = new StatusLine(rooms, screen);
        this.notifier = new Notifier(preferences, screen);
        this.history = history;
        this.failed = failed;
    }

    /** A device is about to start. */
    void started(Device starting) {
        device = starting;
        kept.link(true, null);
        loggedOut = false;
        notifier.start(starting);
        status.link(true);
        int waiting = starting.outbox().waiting().size();
        if (waiting > 0) {
            screen.say("-- " + waiting + " still to be sent");
        }
    }

    @Override
    public void arrived(long room) {
        Optional<RoomView> open = rooms.view().filter(view -> view.room().id() == room);
        try {
            if (open.isPresent()) {
                open.get().showNew();
                rooms.hotlist().ifPresent(list -> list.looked(room, open.get().shown()));
            }
            count(room);
            notifier.arrived(device, room);
        } catch (IOException e) {
            broken(e);
        }
    }

    private void count(long room) throws IOException {
        Optional<Hotlist> hotlist = rooms.hotlist();
        boolean isOpen = rooms.view().filter(view -> view.room().id() == room).isPresent();
        if (hotlist.isPresent() && hotlist.get().count(room) && !isOpen) {
            device.journal().room(room).ifPresent(known -> screen.say("-- unread: " + known.address()));
        }
        status.update();
    }

    @Override
    public void listed(Room room) {
        try {
            count(room.id());
        } catch (IOException e) {
            broken(e);
        }
    }

    @Override
    public void read(long room) {
        status.update();
    }

    /** The device has started: what arrived in an earlier run and was never shown is unread. */
    void countAll() throws IOException {
        Optional<Hotlist> hotlist = rooms.hotlist();
        if (hotlist.isPresent()) {
            hotlist.get().countAll();
        }
        status.update();
    }

    /** Another view is open, or none. */
    void moved() {
        status.update();
    }

    @Override
    public void missed(KnownRoom room, long first, long last) {
        screen.say("-- you were away from " + room.address() + ": " + first + " to " + last + " are not here");
    }

    @Override
    public void link(boolean isUp, String why) {
        kept.link(isUp, why);
        if (isUp) {
            toldKept.clear();
        }
        status.link(isUp);
        screen.say(isUp ? "-- connected" : "-- offline: " + why + "; trying again");
    }

    /** A message of this account is in the outbox, on disk. */
    void queued(OutboxEntry entry) {
        status.update();
        if (!screen.hasStatusLine()) {
            screen.say("-- queued for " + entry.to() + ": " + entry.body());
        }
    }

    @Override
    public void settled(OutboxEntry entry) {
        status.update();
        if (entry.state() == OutboxEntry.State.STORED) {
            kept.stored();
        }
        if (entry.state() == OutboxEntry.State.REFUSED) {
            screen.say(Entries.refused(entry));
        } else if (entry.state() == OutboxEntry.State.STORED && !screen.hasStatusLine()) {
            screen.say("-- stored for " + entry.to() + ": " + entry.body());
        }
    }

    @Override
    public void kept(OutboxEntry entry, RuntimeException why) {
        kept.kept(why);
        if (toldKept.add(entry.key())) {
            String until =
                    why instanceof RequestRejected refused && refused.isLogin() ? "you log in" : "the server takes it";
            screen.say("-- kept until " + until + ": " + entry.body() + " (" + why.getMessage() + "); '/drop "
                    + device.outbox().number(entry.key()) + "' gives it up");
        }
    }

    @Override
    public void loggedOut() {
        if (!loggedOut) {
            loggedOut = true;
            status.ended();
            screen.say("! Your session has ended, here or on another device. What you write is kept; go on with 'login "
                    + device.login().username() + "'.");
        }
    }

    @Override
    public void historyChanged(String epoch) {
        screen.say("! The server's history was restored from a backup. The view starts again, and what you sent and the"
                + " server has lost is sent again.");
        // A device can't be closed by one of its own threads.
        Device of = device;
        Thread reopening = new Thread(() -> history.historyChanged(of, epoch), "reopen");
        reopening.setDaemon(true);
        reopening.start();
    }

    @Override
    public void damaged(Damage damage) {
        screen.say(Entries.damaged(damage));
    }

    @Override
    public void fetchedAgain(KnownRoom room, int count) {
        screen.say(Entries.fetchedAgain(room, count));
    }

    @Override
    public synchronized void broken(Exception why) {
        Device of = device;
        if (!screen.isTerminal()) {
            broken = true;
            if (!(why instanceof OutputClosed)) { // there is nobody to tell
                screen.say("! The console can't go on: " + PlainWords.of(why));
            }
        } else if (of != told) { // a person is not sent back to the shell in the middle of a word
            told = of;
            status.stopped();
            screen.say("! Nothing is received or sent for now: " + PlainWords.of(why)
                    + ". What you type stays here; it goes on by itself as soon as that is mended.");
            failed.accept(of);
        }
    }

    boolean isBroken() {
        return broken;
    }

    boolean isLoggedOut() {
        return loggedOut;
    }

    /** Why messages still wait, if nobody has to log in first. */
    KeptReason reason() {
        return kept;
    }

    /** Whether it makes sense to wait for what is still to be sent, or to be shown as stored. */
    boolean mayDeliver() {
        return kept.isServerThere()
                && !loggedOut
                && !broken
                && device != told
                && (!device.outbox().waiting().isEmpty() || device.isSending());
    }
}
