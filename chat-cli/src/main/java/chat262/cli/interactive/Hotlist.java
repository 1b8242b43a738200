package chat262.cli.interactive;

import chat262.api.Message;
import chat262.cli.screen.Entries;
import chat262.cli.store.Journal;
import chat262.cli.store.KnownRoom;
import chat262.cli.sync.Device;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rooms with news, the one that has waited longest first, and the numbers of rooms. Thread-safe. */
final class Hotlist {
    private static final int MAX_COUNTED = 100;

    private final Device device;
    private final Map<Long, News> unread = new HashMap<>();
    private final Map<Long, Long> lookedAt = new HashMap<>();

    /** What others have written in a room: how much, whether there may be more, and since when it waits. */
    private record News(int count, boolean more, Instant since) {}

    Hotlist(Device device) {
        this.device = device;
    }

    /** All rooms in the order of their numbers: that in which they first arrived here. */
    List<KnownRoom> numbered() {
        return List.copyOf(device.journal().rooms());
    }

    /** A room was looked at up to a seq: what stands there is no news in this run, acknowledged or not. */
    synchronized void looked(long room, long seq) {
        lookedAt.merge(room, seq, Math::max);
    }

    /** Counts all rooms. */
    void countAll() throws IOException {
        for (KnownRoom room : numbered()) {
            count(room.id());
        }
    }

    /**
     * Counts again what others have written in a room and this account has not read.
     *
     * @return whether there is news where there was none
     */
    synchronized boolean count(long room) throws IOException {
        Journal journal = device.journal();
        long read = Math.max(device.readUpTo(room), lookedAt.getOrDefault(room, 0L));
        long last = journal.last(room).orElse(0);
        String me = device.login().username();
        List<Message> others =
                Entries.ofOthers(journal.entries(room, Math.max(read + 1, last - MAX_COUNTED + 1), last), me);
        if (others.isEmpty()) {
            unread.remove(room);
            return false;
        }
        News news =
                new News(others.size(), last - read > MAX_COUNTED, others.get(0).sentAt());
        return unread.put(room, news) == null;
    }

    /** The room whose news has waited longest; empty if there is none. */
    synchronized Optional<KnownRoom> first() {
        return unread.entrySet().stream()
                .min(Map.Entry.comparingByValue(Comparator.comparing(News::since)))
                .flatMap(first -> device.journal().room(first.getKey()));
    }

    /** Each with its number and count, such as {@code 3:#ops(2)}, in order; a count that may be higher has a plus. */
    synchronized List<String> lines() {
        List<KnownRoom> rooms = numbered();
        return unread.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(News::since)))
                .flatMap(each -> rooms.stream()
                        .filter(room -> room.id() == each.getKey())
                        .map(room -> rooms.indexOf(room) + 1 + ":" + room.address() + "("
                                + each.getValue().count() + (each.getValue().more() ? "+" : "") + ")"))
                .toList();
    }
}
