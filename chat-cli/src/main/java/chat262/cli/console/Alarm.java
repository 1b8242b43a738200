package chat262.cli.console;

import chat262.api.Message;
import chat262.api.MessageKind;
import chat262.api.RoomKind;
import chat262.cli.store.KnownRoom;
import chat262.cli.sync.Device;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls a person who looks elsewhere when others write: by the terminal's bell, and by a command. Thread-safe. */
final class Alarm {
    private static final int LATEST = 100;
    private static final long RINGS_EVERY_NANOS = 1_000_000_000L;

    private final Preferences preferences;
    private final Screen screen;
    private final Errand errand;
    private final Map<Long, Long> heard = new HashMap<>();
    private long rangAt = System.nanoTime() - RINGS_EVERY_NANOS;

    Alarm(Preferences preferences, Screen screen) {
        this.preferences = preferences;
        this.screen = screen;
        this.errand = preferences.notifyCommand() == null ? null : new Errand(preferences.notifyCommand());
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
        if (errand == null && preferences.bell() == Preferences.Bell.NONE) {
            return;
        }
        long last = device.journal().last(room).orElse(0);
        long first = Math.max(heard.getOrDefault(room, 0L) + 1, last - LATEST + 1);
        heard.put(room, last);
        List<Message> others = device.journal().entries(room, first, last).stream()
                .filter(entry -> entry.kind().equals(MessageKind.TEXT.wireName())
                        && !device.login().username().equals(entry.sender()))
                .toList();
        Optional<KnownRoom> known = device.journal().room(room);
        if (!others.isEmpty() && known.isPresent()) {
            call(known.get(), others.get(others.size() - 1));
        }
    }

    private void call(KnownRoom room, Message message) {
        boolean wanted = preferences.bell() == Preferences.Bell.ALL
                || preferences.bell() == Preferences.Bell.DIRECT && room.kind() == RoomKind.DIRECT;
        if (wanted && System.nanoTime() - rangAt >= RINGS_EVERY_NANOS) {
            rangAt = System.nanoTime();
            screen.ring();
        }
        if (errand != null) {
            errand.run(room, message);
        }
    }
}
