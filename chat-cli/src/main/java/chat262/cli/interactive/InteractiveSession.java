package chat262.cli.interactive;

import chat262.api.Keys;
import chat262.api.rooms.RoomKind;
import chat262.cli.client.Client;
import chat262.cli.client.NotLoggedIn;
import chat262.cli.screen.Input;
import chat262.cli.screen.PlainWords;
import chat262.cli.screen.Screen;
import chat262.cli.store.Drafts;
import chat262.cli.store.KnownRoom;
import chat262.cli.store.Login;
import chat262.cli.store.OutboxEntry;
import chat262.cli.sync.Device;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The state of the interactive console: an account's device, at most one open view of a room, and what commands do with
 * them. It knows nothing of the {@link InputLoop} that drives it. Its monitor guards the device and the view; whether it
 * has ended is known to the thread of the input alone.
 */
public final class InteractiveSession {
    private final Client client;
    private final Screen screen;
    private final ConsoleEvents events;
    private final Rooms rooms;
    private final boolean explores;
    private Device device;
    private EventQueue queue;
    private boolean ended;

    /** @param explores whether everything that is shown stays unread */
    public InteractiveSession(Client client, boolean explores) {
        this.client = client;
        this.screen = client.screen();
        this.explores = explores;
        this.rooms = new Rooms(screen, !explores);
        this.events =
                new ConsoleEvents(rooms, screen, client::preferences, this::reopen, new Recovery(this, client)::begin);
    }

    /** The open view and the way between rooms, for a caller that holds this object's monitor. */
    Rooms rooms() {
        return rooms;
    }

    /** Tells the server's address, and connects if there is a login. */
    void greet() throws IOException {
        screen.say("262chat at " + client.url() + ". 'help' lists the commands.");
        if (explores) {
            screen.say("You only look around: what you read stays unread.");
        }
        Optional<Login> login = client.loginIfAny();
        if (login.isEmpty()) {
            screen.say("You are not logged in: 'login NAME', or 'newaccount NAME' first.");
        } else {
            connect(login.get());
        }
    }

    /** Sends a text to the open room. */
    public void send(String body) throws IOException {
        OutboxEntry entry = OutboxEntry.to(openRoom(), Keys.make(), body);
        device().send(entry);
        events.queued(entry);
    }

    /** Opens the direct room with an account. */
    public void chat(String username) throws IOException {
        openView(RoomKind.DIRECT, username);
    }

    /** Opens the view of a group. */
    public void chatGroup(String name) throws IOException {
        openView(RoomKind.GROUP, name);
    }

    /** The login of the account; empty if there is none. */
    Optional<Login> login() {
        return Optional.ofNullable(device).map(Device::login);
    }

    private void openView(RoomKind kind, String name) throws IOException {
        device();
        rooms.open(kind, name);
        events.moved();
    }

    /** Opens the room with news that has waited longest. */
    public void chatNextUnread() throws IOException {
        device();
        rooms.openNextUnread();
        events.moved();
    }

    /** Opens the room of a number. */
    public void chatNumber(int number) throws IOException {
        device();
        rooms.openNumber(number);
        events.moved();
    }

    /** The rooms in the order of their numbers, the first of which is 1. */
    public List<KnownRoom> numberedRooms() {
        device();
        return rooms.hotlist().orElseThrow(NotLoggedIn::new).numbered();
    }

    /** Goes where a key leads to. */
    void go(Input key) throws IOException {
        if (device != null) {
            rooms.go(key);
            events.moved();
        }
    }

    /** Closes the open view, if there is one. */
    void closeView() throws IOException {
        rooms.close();
        events.moved();
    }

    /** The room whose view is open; empty if none is. */
    public Optional<KnownRoom> viewedRoom() {
        return rooms.view().map(RoomView::room);
    }

    /** The room whose view is open. */
    public KnownRoom openRoom() {
        return rooms.view().orElseThrow(NoOpenRoom::new).room();
    }

    /** The account's device. */
    public Device device() {
        if (device == null) {
            throw new NotLoggedIn();
        }
        return device;
    }

    /** Goes on with a new login. */
    public synchronized void connect(Login login) throws IOException {
        Optional<KnownRoom> open = rooms.view().map(RoomView::room);
        boolean same = device != null && device.login().accountId() == login.accountId();
        disconnect();
        device = Device.open(client.url(), client.state(), login);
        rooms.use(device, Drafts.open(client.state().account(login)));
        screen.keepInput(client.state().account(login));
        events.started(device);
        queue = new EventQueue(events);
        device.start(queue);
        events.countAll();
        screen.say("You are " + login.username() + ".");
        if (same && open.isPresent()) {
            openAgain(open.get());
        }
    }

    private void openAgain(KnownRoom room) throws IOException {
        try {
            openView(room.kind(), room.title());
        } catch (RuntimeException e) { // the room may be no more, or the server away
            screen.say("! the view of " + room.address() + " is closed: " + PlainWords.of(e));
        }
    }

    /** Closes the view and what belongs to the account. */
    public synchronized void disconnect() throws IOException {
        if (queue != null) {
            queue.drain(); // what has arrived is shown, and can be acknowledged
        }
        rooms.close();
        if (device != null) {
            Device old = device;
            device = null;
            rooms.use(null, null);
            old.close();
            queue.close();
            events.moved();
        }
    }

    /** Opens the device anew, because the server's history has changed. */
    private synchronized void reopen(Device of, String epoch) {
        if (of != device) {
            return; // there was another login meanwhile
        }
        try {
            Login login = device.login();
            if (epoch.equals(login.epoch())) {
                device.rollBack();
            } else {
                login = login.in(epoch);
                client.keep(login);
            }
            connect(login);
        } catch (IOException | RuntimeException e) { // there is no caller that could report it
            events.broken(e);
        }
    }

    /** Whether a device is still the one that is in use. */
    boolean uses(Device one) {
        return one == device;
    }

    /** Whether it can't go on; the screen has told why. */
    boolean isBroken() {
        return events.isBroken();
    }

    /** Ends the session after this command. */
    public void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    /** Waits for what is still to be sent, as long as that makes sense. */
    Delivery.Result deliverTheRest() {
        Device last;
        synchronized (this) {
            last = device;
        }
        return last == null ? Delivery.Result.DONE : new Delivery(events, screen).of(last);
    }
}
