package chat262.cli.console;

import chat262.api.Room;
import chat262.api.RoomKind;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.store.KnownRoom;
import chat262.cli.store.Login;
import chat262.cli.store.OutboxEntry;
import chat262.cli.sync.Device;
import chat262.cli.sync.NoSuchRoom;
import chat262.cli.sync.RoomFinder;
import java.io.IOException;
import java.util.Optional;

/** The interactive console: reads lines, carries commands out, and keeps at most one room's view open. */
public final class Console {
    /** How long the end of the input waits for the outbox. */
    private static final long LAST_CHANCE_MILLIS = 10_000;

    private final Client client;
    private final Screen screen;
    private final Notices notices;
    private Device device;
    private volatile RoomView view;
    private boolean ended;

    public Console(Client client) {
        this.client = client;
        this.screen = client.screen();
        this.notices = new Notices(this, screen);
    }

    /**
     * Runs until the person leaves or the input ends.
     *
     * @return whether everything that was written has been delivered or refused
     */
    public boolean run(Commands commands) throws IOException {
        screen.complete(commands.names());
        greet();
        try {
            while (!ended && !notices.isBroken()) {
                String line = readLine();
                if (line != null) {
                    take(line, commands);
                } else if (view != null && screen.isTerminal()) { // Ctrl-D leaves one level
                    closeView();
                } else {
                    ended = true;
                }
            }
            return deliverTheRest();
        } finally {
            disconnect();
        }
    }

    private void greet() throws IOException {
        screen.say("262chat at " + client.url() + ". 'help' lists the commands.");
        Optional<Login> login = client.state().login();
        if (login.isEmpty()) {
            screen.say("You are not logged in: 'login NAME', or 'newaccount NAME' first.");
        } else {
            connect(login.get());
        }
    }

    private String readLine() throws IOException {
        try {
            return view == null ? screen.read(prompt()) : screen.readMessage(prompt());
        } catch (TextLines.NotText e) {
            screen.say("! " + e.getMessage());
            return "";
        }
    }

    private String prompt() {
        if (view != null) {
            return view.room().address() + "> ";
        }
        return (device == null ? "chat" : device.login().username()) + "> ";
    }

    private void take(String line, Commands commands) throws IOException {
        String stripped = line.strip();
        if (stripped.isEmpty()) {
            return;
        }
        boolean chatting = view != null;
        if (stripped.equals(":q")) {
            leave();
        } else if (chatting && line.startsWith("//")) {
            send(line.substring(1));
        } else if (chatting && !line.startsWith("/")) {
            send(line);
        } else {
            commands.run(Words.of(stripped.startsWith("/") ? stripped.substring(1) : stripped));
        }
    }

    private void leave() throws IOException {
        if (view == null) {
            screen.say("You are in no chat. 'exit' ends the console.");
        } else {
            closeView();
        }
    }

    private void send(String body) throws IOException {
        OutboxEntry entry = OutboxEntry.to(view.room(), ChatServer.newKey(), body);
        device.send(entry);
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

    private void openView(RoomKind kind, String name) throws IOException {
        Device here = device();
        if (view != null) {
            closeView();
        }
        RoomView opened;
        long cursor = 0;
        try {
            RoomFinder finder = new RoomFinder(here.server());
            Room room = kind == RoomKind.GROUP ? finder.group(name) : finder.direct(name);
            here.pump().take(room);
            cursor = room.cursor();
            opened = new RoomView(KnownRoom.of(room), here, screen);
        } catch (NoAnswer e) {
            opened = new RoomView(known(kind, name, e), here, screen);
            screen.say("The server can't be asked (" + e.getMessage() + "): this is what has arrived so far.");
        }
        opened.open(cursor);
        view = opened;
        opened.showNew(); // what came between the two
        notices.opened(opened.room().id());
        here.pump().hurry();
    }

    private KnownRoom known(RoomKind kind, String name, NoAnswer why) {
        return device.journal().rooms().stream()
                .filter(room -> room.kind() == kind && RoomFinder.isSameName(name, room.name()))
                .findFirst()
                .orElseThrow(() -> why);
    }

    private void closeView() throws IOException {
        RoomView open = view;
        view = null;
        open.close();
    }

    /** The open view; empty if there is none. */
    Optional<RoomView> view() {
        return Optional.ofNullable(view);
    }

    /** The room whose view is open. */
    public KnownRoom openRoom() {
        if (view == null) {
            throw new NoSuchRoomOpen();
        }
        return view.room();
    }

    /** The account's device. */
    public Device device() {
        if (device == null) {
            throw new NotLoggedIn();
        }
        return device;
    }

    /** Goes on as somebody who has just logged in. */
    public void connect(Login login) throws IOException {
        RoomView open = view;
        boolean same = device != null && device.login().accountId() == login.accountId();
        if (open != null) {
            closeView();
        }
        disconnect();
        device = Device.open(client.url(), client.state(), login);
        notices.started(device);
        device.start(notices);
        screen.say("You are " + login.username() + ".");
        if (same && open != null) {
            openView(open.room().kind(), open.room().title());
        }
    }

    /** Closes the view and what belongs to the account. */
    public void disconnect() throws IOException {
        if (view != null) {
            closeView();
        }
        if (device != null) {
            Device old = device;
            device = null;
            old.close();
        }
    }

    /** Opens the device anew, because the server's history is another one. */
    void startAgain(String epoch) {
        try {
            Login login = device.login();
            if (epoch.equals(login.epoch())) {
                device.rollBack();
            } else {
                login = login.in(epoch);
                client.state().keep(login);
            }
            connect(login);
        } catch (IOException | NoSuchRoom e) {
            notices.broken(e);
        }
    }

    /** Ends the console after this command. */
    public void end() {
        ended = true;
    }

    private boolean deliverTheRest() {
        if (device == null) {
            return true;
        }
        long deadline = System.nanoTime() + LAST_CHANCE_MILLIS * 1_000_000;
        while (notices.mayDeliver() && System.nanoTime() < deadline) {
            pause();
        }
        int kept = device.outbox().waiting().size();
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
