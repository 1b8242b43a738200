package chat262.cli.console;

import chat262.api.Keys;
import chat262.api.RoomKind;
import chat262.cli.store.KnownRoom;
import chat262.cli.store.Login;
import chat262.cli.store.OutboxEntry;
import chat262.cli.sync.Device;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The interactive console: an account's device, at most one open view of a room, and what commands do with them. What is
 * typed comes from the {@link Dialogue}. Its monitor guards all three.
 */
public final class Console {
    /** How long the end of the input waits for the outbox. */
    private static final long LAST_CHANCE_MILLIS = 10_000;

    private final Client client;
    private final Screen screen;
    private final Notices notices;
    private final Rooms rooms;
    private final boolean explores;
    private final Dialogue dialogue;
    private Device device;

    /** @param explores whether to leave everything unread that is looked at */
    public Console(Client client, boolean explores) {
        this.client = client;
        this.screen = client.screen();
        this.explores = explores;
        this.rooms = new Rooms(screen, !explores);
        this.notices = new Notices(this, rooms, screen, client::preferences);
        this.dialogue = new Dialogue(this, rooms, screen, notices);
    }

    /**
     * Runs until the person leaves or the input ends.
     *
     * @return whether everything that was written has been delivered or refused
     */
    public boolean run(Commands commands) throws IOException {
        screen.complete(new Completion(commands, new Directory(rooms), rooms));
        greet();
        try {
            dialogue.run(commands);
            return deliverTheRest();
        } finally {
            disconnect();
        }
    }

    private void greet() throws IOException {
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
        notices.queued(entry);
    }

    /** Opens the chat with somebody. */
    public void chat(String username) throws IOException {
        openView(RoomKind.DIRECT, username);
    }

    /** Opens the view of a group. */
    public void chatGroup(String name) throws IOException {
        openView(RoomKind.GROUP, name);
    }

    /** Whose console it is; empty while nobody is logged in. */
    Optional<Login> login() {
        return Optional.ofNullable(device).map(Device::login);
    }

    private void openView(RoomKind kind, String name) throws IOException {
        device();
        rooms.open(kind, name);
        notices.moved();
    }

    /** Opens the room with news that has waited longest. */
    public void chatNextUnread() throws IOException {
        device();
        rooms.openNextUnread();
        notices.moved();
    }

    /** Opens the room of a number. */
    public void chatNumber(int number) throws IOException {
        device();
        rooms.openNumber(number);
        notices.moved();
    }

    /** The rooms in the order of their numbers, the first of which is 1. */
    public List<KnownRoom> numberedRooms() {
        device();
        return rooms.hotlist().orElseThrow(NotLoggedIn::new).numbered();
    }

    /** Closes the open view, if there is one. */
    void closeView() throws IOException {
        rooms.close();
        notices.moved();
    }

    /** The room whose view is open. */
    public KnownRoom openRoom() {
        return rooms.view().orElseThrow(NoSuchRoomOpen::new).room();
    }

    /** The account's device. */
    public Device device() {
        if (device == null) {
            throw new NotLoggedIn();
        }
        return device;
    }

    /** Goes on as somebody who has just logged in. */
    public synchronized void connect(Login login) throws IOException {
        Optional<KnownRoom> open = rooms.view().map(RoomView::room);
        boolean same = device != null && device.login().accountId() == login.accountId();
        disconnect();
        device = Device.open(client.url(), client.state(), login);
        rooms.use(device);
        notices.started(device);
        device.start(notices);
        notices.countAll();
        screen.say("You are " + login.username() + ".");
        if (same && open.isPresent()) {
            reopen(open.get());
        }
    }

    private void reopen(KnownRoom room) throws IOException {
        try {
            openView(room.kind(), room.title());
        } catch (RuntimeException e) { // the room may be no more, or the server away
            screen.say("! the view of " + room.address() + " is closed: " + e.getMessage());
        }
    }

    /** Closes the view and what belongs to the account. */
    public synchronized void disconnect() throws IOException {
        rooms.close();
        if (device != null) {
            Device old = device;
            device = null;
            rooms.use(null);
            old.close();
            notices.moved();
        }
    }

    /** Opens the device anew, because the server's history is another one. */
    synchronized void startAgain(Device of, String epoch) {
        if (of != device) {
            return; // somebody has logged in meanwhile
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
        } catch (IOException | RuntimeException e) { // nobody else would hear of it
            notices.broken(e);
        }
    }

    /** Whether it had to stop, or did not do what was typed, for a reason that it has told. */
    public boolean hasFailed() {
        return dialogue.hasLost() || notices.isBroken();
    }

    /** Ends the console after this command. */
    public void end() {
        dialogue.end();
    }

    private boolean deliverTheRest() {
        Device last;
        synchronized (this) {
            last = device;
        }
        if (last == null) {
            return true;
        }
        long deadline = System.nanoTime() + LAST_CHANCE_MILLIS * 1_000_000;
        while (notices.mayDeliver() && System.nanoTime() < deadline) {
            pause();
        }
        int kept = last.outbox().waiting().size();
        if (kept > 0) {
            screen.say(kept + (kept == 1 ? " message is" : " messages are")
                    + " kept on disk and will be sent when the console is opened again.");
        }
        return kept == 0;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
