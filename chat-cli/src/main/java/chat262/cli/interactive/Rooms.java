package chat262.cli.interactive;

import chat262.api.rooms.Room;
import chat262.api.rooms.RoomKind;
import chat262.cli.screen.Input;
import chat262.cli.screen.Screen;
import chat262.cli.server.NoAnswer;
import chat262.cli.store.Drafts;
import chat262.cli.store.KnownRoom;
import chat262.cli.sync.Device;
import chat262.cli.sync.NoSuchRoom;
import chat262.cli.sync.RoomFinder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Which room is open, which other rooms there are, and the draft in each. A caller that opens, closes or keeps a draft holds
 * the session's monitor; any thread may read.
 */
final class Rooms {
    /** Where the draft is kept that was written while no room was open. */
    static final long TOP = 0;

    private final Screen screen;
    private final boolean acknowledges;
    private Drafts drafts = Drafts.unsaved();
    private long draftsOf;
    private volatile Device device;
    private volatile Hotlist hotlist;
    private volatile RoomView view;

    /** @param acknowledges whether what is shown in a view counts as shown */
    Rooms(Screen screen, boolean acknowledges) {
        this.screen = screen;
        this.acknowledges = acknowledges;
    }

    /** The open view; empty if there is none. */
    Optional<RoomView> view() {
        return Optional.ofNullable(view);
    }

    /** The account's device; empty without a login. */
    Optional<Device> device() {
        return Optional.ofNullable(device);
    }

    /** The rooms with news; empty without a login. */
    Optional<Hotlist> hotlist() {
        return Optional.ofNullable(hotlist);
    }

    /** Goes on with another device and the drafts of its account, or with none. */
    void use(Device next, Drafts ofAccount) {
        if (next != null) {
            if (next.login().accountId() == draftsOf) {
                ofAccount.keepAll(drafts); // in another history its folder is another one
            }
            drafts = ofAccount;
            draftsOf = next.login().accountId();
        }
        hotlist = next == null ? null : new Hotlist(next);
        device = next;
    }

    /** Opens the room that a name means, and joins an open group, as the server has it or, without one, as it was when last heard of. */
    void open(RoomKind kind, String name) throws IOException {
        KnownRoom known;
        long cursor = 0;
        try {
            RoomFinder finder = new RoomFinder(device.server());
            String me = device.login().username();
            Room room = kind == RoomKind.GROUP ? finder.groupOrJoin(name, me) : finder.direct(name);
            device.pump().take(room);
            known = KnownRoom.of(room);
            cursor = room.cursor();
        } catch (NoAnswer e) {
            known = known(kind, name).orElseThrow(() -> e);
            screen.say("The server can't be asked (" + e.getMessage() + "): this is what has arrived so far.");
        }
        close(); // not before: a name that leads to no room leaves the open view
        show(known, cursor);
    }

    private Optional<KnownRoom> known(RoomKind kind, String name) {
        return device.journal().rooms().stream()
                .filter(room -> room.kind() == kind && RoomFinder.isSameName(name, room.title()))
                .findFirst();
    }

    /** Opens a room that is known already. */
    void open(KnownRoom room) throws IOException {
        close();
        Room listed = device.pump().room(room.id());
        show(room, listed == null ? 0 : listed.cursor());
    }

    private void show(KnownRoom room, long cursor) throws IOException {
        RoomView opened = new RoomView(room, device, screen, acknowledges);
        opened.open(cursor);
        view = opened;
        opened.showNew(); // what came between the two
        hotlist.looked(room.id(), opened.shown());
        hotlist.count(room.id());
        device.watch(room.id());
        device.pump().pollNow();
    }

    /** Closes the view, if there is one. */
    void close() throws IOException {
        RoomView open = view;
        if (open != null) {
            view = null;
            device.watchNothing();
            open.close();
        }
    }

    /** The open room's id; {@link #TOP} if none is open. */
    long here() {
        return view == null ? TOP : view.room().id();
    }

    /** The draft that was left here; it stays until it is finished, or something else is kept. */
    String draft() {
        return drafts.of(here());
    }

    /** Keeps a draft in a room, until the person is back there; an empty one stands for none. */
    void keep(long room, String draft) {
        drafts.keep(room, draft);
    }

    /** Goes where a key leads to. */
    void go(Input key) throws IOException {
        Optional<KnownRoom> next = next(key);
        if (next.isPresent() && next.get().id() != here()) {
            open(next.get());
        }
    }

    private Optional<KnownRoom> next(Input key) {
        List<KnownRoom> rooms = hotlist.numbered();
        int at = view == null ? -1 : rooms.indexOf(view.room());
        return switch (key.what()) {
            case NEXT_UNREAD -> nextUnread();
            case ROOM -> numbered(rooms, key.number());
            case ROOM_AFTER -> rooms.isEmpty() ? Optional.empty() : Optional.of(rooms.get((at + 1) % rooms.size()));
            case ROOM_BEFORE ->
                rooms.isEmpty()
                        ? Optional.empty()
                        : Optional.of(rooms.get(Math.floorMod(at < 0 ? -1 : at - 1, rooms.size())));
            case LINE, END, FIRST_UNREAD -> Optional.empty();
        };
    }

    private Optional<KnownRoom> nextUnread() {
        Optional<KnownRoom> first = hotlist.first();
        if (first.isEmpty()) {
            screen.say("-- nothing unread elsewhere");
        }
        return first;
    }

    private Optional<KnownRoom> numbered(List<KnownRoom> rooms, int number) {
        if (number <= rooms.size()) {
            return Optional.of(rooms.get(number - 1));
        }
        screen.say("-- there is no room " + number);
        return Optional.empty();
    }

    /** Opens the room with news that has waited longest. */
    void openNextUnread() throws IOException, NoSuchRoom {
        Optional<KnownRoom> first = hotlist.first();
        open(first.orElseThrow(() -> new NoSuchRoom("there is nothing unread elsewhere")));
    }

    /** Opens the room of a number. */
    void openNumber(int number) throws IOException, NoSuchRoom {
        List<KnownRoom> rooms = hotlist.numbered();
        if (number > rooms.size()) {
            throw new NoSuchRoom("there is no room " + number);
        }
        open(rooms.get(number - 1));
    }
}
