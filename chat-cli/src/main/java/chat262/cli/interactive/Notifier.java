package chat262.cli.interactive;

import chat262.api.Message;
import chat262.api.rooms.RoomKind;
import chat262.cli.config.Preferences;
import chat262.cli.screen.Entries;
import chat262.cli.screen.Screen;
import chat262.cli.store.KnownRoom;
import chat262.cli.sync.Device;
import java.io.IOException;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Notifies a person when others write: by the terminal's bell, and by a command. Thread-safe. */
final class Notifier {
    private static final int MAX_ENTRIES = 100;
    private static final long BELL_INTERVAL_NANOS = 1_000_000_000L;

    private final Supplier<Preferences> preferences;
    private final Screen screen;
    private final NotifyCommand command = new NotifyCommand();
    private final Map<Long, Long> heard = new HashMap<>();
    private long rangAt = System.nanoTime() - BELL_INTERVAL_NANOS;

    /** @param preferences what the person wants now: it may change */
    Notifier(Supplier<Preferences> preferences, Screen screen) {
        this.preferences = preferences;
        this.screen = screen;
    }

    /** From here on what arrives is news. */
    synchronized void start(Device device) {
        heard.clear();
        for (KnownRoom room : device.journal().rooms()) {
            heard.put(room.id(), device.journal().last(room.id()).orElse(0));
        }
    }

    /** There is more of a room in the journal. */
    synchronized void arrived(Device device, long room) throws IOException {
        Preferences wanted = preferences.get();
        long last = device.journal().last(room).orElse(0);
        long known = Math.max(device.readUpTo(room), heard.getOrDefault(room, 0L));
        long first = Math.max(known + 1, last - MAX_ENTRIES + 1);
        heard.put(room, last);
        List<Message> others = Entries.ofOthers(
                device.journal().entries(room, first, last), device.login().username());
        Optional<KnownRoom> where = device.journal().room(room);
        if (!others.isEmpty() && where.isPresent() && wanted.mayNotify(LocalTime.now())) {
            call(wanted, where.get(), others.get(others.size() - 1));
        }
    }

    private void call(Preferences wanted, KnownRoom room, Message message) {
        boolean rings = wanted.bell() == Preferences.Bell.ALL
                || wanted.bell() == Preferences.Bell.DIRECT && room.kind() == RoomKind.DIRECT;
        if (rings && System.nanoTime() - rangAt >= BELL_INTERVAL_NANOS) {
            rangAt = System.nanoTime();
            screen.ring();
        }
        if (!wanted.notifyCommand().isEmpty()) {
            command.run(wanted.notifyCommand(), room, message);
        }
    }
}
