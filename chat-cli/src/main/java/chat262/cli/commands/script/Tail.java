package chat262.cli.commands.script;

import chat262.api.Message;
import chat262.api.rooms.Room;
import chat262.cli.client.Client;
import chat262.cli.commands.ExitCode;
import chat262.cli.screen.Entries;
import chat262.cli.screen.Screen;
import chat262.cli.server.ChatServer;
import chat262.cli.store.Damage;
import chat262.cli.store.KnownRoom;
import chat262.cli.store.Login;
import chat262.cli.store.OutboxEntry;
import chat262.cli.sync.Device;
import chat262.cli.sync.RoomFinder;
import chat262.cli.sync.SyncListener;
import chat262.cli.sync.Unshown;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Hands on what is new, for scripts: each entry once it is in the journal, in the order of its room, and none skipped. An
 * entry counts as shown when it was printed or when the command that got it has succeeded.
 */
final class Tail implements SyncListener {
    private static final long LOOK_INTERVAL_MILLIS = 1_000;
    private static final long RETRY_MILLIS = 50;
    private static final int PAGE = 500;

    private final Client client;
    private final Screen screen;
    private final TailOptions options;
    private final Semaphore news = new Semaphore(0);
    private final Map<Long, Long> handedOn = new HashMap<>();
    private TailOutput output;
    private volatile Integer end;

    Tail(Client client, Screen screen, TailOptions options) {
        this.client = client;
        this.screen = screen;
        this.options = options;
    }

    /** Returns an {@link ExitCode}. */
    int run() throws IOException, InterruptedException {
        Login login = client.login();
        output = new TailOutput(screen, options, login);
        try (Device device = Device.open(client.url(), client.state(), login)) {
            Set<Long> rooms = rooms(device.server());
            device.start(this);
            if (options.since() != null && !repeat(device, rooms.iterator().next())) {
                return ExitCode.USAGE;
            }
            Map<Long, Long> upTo = options.follow() ? new HashMap<>() : lastSeqs(device.server(), rooms);
            while (end == null) {
                boolean allHasCome = device.pump().isInStep();
                if (handOn(device, rooms)) {
                    continue;
                }
                if (!options.follow() && allHasCome && isThere(device.server(), upTo)) {
                    return ExitCode.OK;
                }
                news.tryAcquire(LOOK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
                news.drainPermits();
                screen.ensureRead();
            }
            return end;
        }
    }

    /** Hands on once more what was shown before, which moves no cursor; returns false if that would skip something. */
    private boolean repeat(Device device, long id) throws IOException, InterruptedException {
        while (device.pump().room(id) == null && end == null) { // the journal begins where this list says
            news.tryAcquire(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (end != null) {
            return true;
        }
        Room room = device.pump().room(id);
        long shown = device.readUpTo(id);
        if (options.since() > shown) {
            screen.say(
                    "! only " + shown + " has been read: --since " + options.since() + " would skip what is between");
            return false;
        }
        for (long done = options.since(); done < shown && end == null; ) {
            List<Message> page = device.server()
                    .after(id, done, (int) Math.min(PAGE, shown - done))
                    .messages();
            for (Message message : page) {
                if (end != null || !handOn(KnownRoom.of(room), message)) {
                    return true;
                }
            }
            done = page.isEmpty() ? shown : page.get(page.size() - 1).seq();
        }
        handedOn.put(id, shown);
        return true;
    }

    private Set<Long> rooms(ChatServer server) {
        Set<Long> ids = new HashSet<>();
        options.rooms()
                .forEach(name -> ids.add(new RoomFinder(server).find(name).id()));
        return ids;
    }

    private boolean isWanted(Set<Long> rooms, long room) {
        return rooms.isEmpty() || rooms.contains(room);
    }

    /** What there is to hand on before this ends. */
    private Map<Long, Long> lastSeqs(ChatServer server, Set<Long> rooms) {
        Map<Long, Long> last = new HashMap<>();
        for (Room room : server.allRooms()) {
            if (isWanted(rooms, room.id()) && room.lastSeq() > room.cursor()) {
                last.put(room.id(), room.lastSeq());
            }
        }
        return last;
    }

    private boolean isThere(ChatServer server, Map<Long, Long> upTo) {
        upTo.entrySet().removeIf(room -> handedOn.getOrDefault(room.getKey(), 0L) >= room.getValue());
        if (!upTo.isEmpty()) { // a membership may have ended meanwhile
            upTo.keySet().retainAll(server.allRooms().stream().map(Room::id).toList());
        }
        return upTo.isEmpty();
    }

    /** Hands on what is there; returns whether there was anything. */
    private boolean handOn(Device device, Set<Long> rooms) throws IOException, InterruptedException {
        boolean any = false;
        for (KnownRoom room : device.journal().rooms()) {
            if (isWanted(rooms, room.id())) {
                any |= handOn(device, room);
            }
        }
        return any;
    }

    private boolean handOn(Device device, KnownRoom room) throws IOException, InterruptedException {
        if (device.pump().room(room.id()) == null && !device.pump().isInStep()) {
            return false; // not known yet: what was acknowledged elsewhere, or that the membership has ended
        }
        // What was acknowledged elsewhere counts at the start; later on it would skip what has arrived here.
        long position = handedOn.computeIfAbsent(room.id(), device::readUpTo);
        List<Message> next = Unshown.after(device.journal(), room.id(), position);
        for (Message message : next) {
            if (end != null || !handOn(room, message)) {
                return true;
            }
            handedOn.put(room.id(), message.seq());
            if (options.acknowledges()) {
                device.journal().noteShown(room.id(), message.seq());
                device.pump().shown();
            }
        }
        return !next.isEmpty();
    }

    private boolean handOn(KnownRoom room, Message message) throws IOException, InterruptedException {
        if (options.command() == null) {
            return output.print(room, message, () -> end != null);
        }
        if (output.pass(room, message)) {
            return true;
        }
        end = ExitCode.TROUBLE;
        return false;
    }

    @Override
    public void arrived(long room) {
        news.release();
    }

    @Override
    public void inStep() {
        news.release();
    }

    @Override
    public void missed(KnownRoom room, long first, long last) {
        screen.say("-- " + room.address() + ": you were away from " + first + " to " + last);
    }

    @Override
    public void link(boolean up, String why) {
        if (!up) {
            screen.say("-- offline: " + why + (options.follow() ? "; trying again" : ""));
            if (!options.follow()) {
                finish(ExitCode.UNREACHABLE);
            }
        }
    }

    @Override
    public void settled(OutboxEntry entry) {
        if (entry.state() == OutboxEntry.State.REFUSED) {
            screen.say(Entries.refused(entry));
        }
    }

    @Override
    public void kept(OutboxEntry entry, RuntimeException why) {
        // It stays in the outbox, and the command that wrote it has told.
    }

    @Override
    public void loggedOut() {
        screen.say("! your session has ended: log in with 'login NAME'");
        finish(ExitCode.NOT_LOGGED_IN);
    }

    @Override
    public void historyChanged(String epoch) {
        screen.say(
                "! the server's history was restored from a backup: open the console once ('chat'), which begins anew");
        finish(ExitCode.TROUBLE);
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
    public void broken(Exception why) {
        screen.say("! " + ExitCode.sentence(why, client.url().toString()));
        finish(ExitCode.TROUBLE);
    }

    private void finish(int exitCode) {
        end = exitCode;
        news.release();
    }
}
