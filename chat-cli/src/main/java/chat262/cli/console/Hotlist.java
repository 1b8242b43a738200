package chat262.cli.console;

import chat262.api.MessageKind;
import chat262.api.Room;
import chat262.cli.store.Journal;
import chat262.cli.store.KnownRoom;
import chat262.cli.sync.Device;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rooms with news, whoever waits longest first, and the numbers by which rooms are called. Thread-safe. */
final class Hotlist {
    private static final int COUNTED = 100;

    private final Device device;
    private final Map<Long, Integer> unread = new LinkedHashMap<>();

    Hotlist(Device device) {
        this.device = device;
    }

    /** All rooms in the order of their numbers: the oldest is 1, and stays it. */
    List<KnownRoom> numbered() {
        List<KnownRoom> rooms = new ArrayList<>(device.journal().rooms());
        rooms.sort(Comparator.comparing(KnownRoom::id));
        return rooms;
    }

    /**
     * Counts again what others have written in a room and nobody has read.
     *
     * @return whether there is news where there was none
     */
    synchronized boolean count(long room) throws IOException {
        int count = unread(room);
        if (count == 0) {
            unread.remove(room);
            return false;
        }
        return unread.put(room, count) == null;
    }

    private int unread(long room) throws IOException {
        Journal journal = device.journal();
        Room listed = device.pump().room(room);
        long read = Math.max(journal.shown(room), listed == null ? 0 : listed.cursor());
        long last = journal.last(room).orElse(0);
        String me = device.login().username();
        return (int) journal.entries(room, Math.max(read + 1, last - COUNTED + 1), last).stream()
                .filter(entry -> entry.kind().equals(MessageKind.TEXT.wireName()) && !me.equals(entry.sender()))
                .count();
    }

    /** The room of news that has waited longest; empty if there is none. */
    synchronized Optional<KnownRoom> first() throws IOException {
        for (long room : unread.keySet()) {
            Optional<KnownRoom> known = device.journal().room(room);
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    /** Each with its number and count, such as {@code 3:#ops(2)}; a count that may be higher has a plus. */
    synchronized List<String> lines() {
        List<KnownRoom> rooms = numbered();
        List<String> lines = new ArrayList<>();
        unread.forEach((id, count) -> {
            for (int i = 0; i < rooms.size(); i++) {
                if (rooms.get(i).id() == id) {
                    lines.add(i + 1 + ":" + rooms.get(i).address() + "(" + count + (count == COUNTED ? "+" : "") + ")");
                }
            }
        });
        return lines;
    }
}
