package chat262.cli.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The messages of an account that wait to be sent, in the order they were written, and those that were settled in the
 * last 30 days. Several processes may use one outbox at once; each sees what the others do at its next step.
 * Thread-safe. A record is an {@link OutboxEntry} as JSON; the last one of a key counts.
 */
public final class Outbox {
    /** A stored message is kept so long, to be sent again should the server lose it in a restore. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final String FILE = "outbox";
    private static final String KIND = "OUTBOX01";
    private static final String TAKEN_OVER = "closed"; // closed by the history that came after
    private static final long MIN_SIZE_TO_SHRINK = 1 << 20;

    private final Path folder;
    private final Map<String, OutboxEntry> entries = new LinkedHashMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private final SortedMap<Long, OutboxEntry> waiting = new TreeMap<>();
    private UUID file;
    private long read;

    private interface Step<T> {
        T with(RecordFile open) throws IOException;
    }

    private Outbox(Path folder) {
        this.folder = folder;
    }

    /** Opens the outbox of an account's folder. */
    public static Outbox open(Path folder) throws IOException {
        Outbox outbox = new Outbox(folder);
        outbox.step(outbox::shrink);
        return outbox;
    }

    /** Opens an account's outbox, with what its outboxes of earlier histories still hold. */
    public static Outbox open(StateFolder state, Login login) throws IOException {
        Outbox outbox = open(state.account(login));
        for (Path earlier : state.earlier(login)) {
            if (!isTakenOver(earlier)) {
                outbox.takeOver(open(earlier));
            }
        }
        return outbox;
    }

    private synchronized <T> T step(Step<T> step) throws IOException {
        FileGuard guard = FileGuard.take(folder.resolve("outbox.lock"));
        try (RecordFile open = RecordFile.open(folder.resolve(FILE), KIND)) {
            if (!open.id().equals(file)) { // the first time, or it was shrunk since
                List.of(entries, places, waiting).forEach(Map::clear);
                read = RecordFile.START;
                file = open.id();
            }
            open.readFrom(read, this::learn);
            open.cutTornEnd();
            read = open.end();
            T result = step.with(open);
            read = open.end();
            return result;
        } finally {
            guard.close();
        }
    }

    private void learn(long offset, byte[] record) throws IOException {
        know(Stored.read(record, OutboxEntry.class));
    }

    private void know(OutboxEntry entry) {
        entries.put(entry.key(), entry);
        long place = places.computeIfAbsent(entry.key(), first -> (long) places.size());
        if (entry.isWaiting()) {
            waiting.put(place, entry);
        } else {
            waiting.remove(place);
        }
    }

    private void write(RecordFile open, OutboxEntry entry) throws IOException {
        open.append(List.of(Stored.write(entry)));
        know(entry);
    }

    /** Reads what other processes have done. */
    public synchronized void refresh() throws IOException {
        if (Files.size(folder.resolve(FILE)) != read) {
            step(open -> null);
        }
    }

    /** Adds a message at the end; one whose key is here already changes nothing. */
    public void add(OutboxEntry entry) throws IOException {
        step(open -> {
            if (!entries.containsKey(entry.key())) {
                write(open, entry);
            }
            return null;
        });
    }

    /** Notes which room a message is for. From here on it is sent there and nowhere else. */
    public void address(String key, KnownRoom room) throws IOException {
        step(open -> {
            OutboxEntry entry = entries.get(key);
            if (entry.isWaiting() && !entry.resolved()) {
                write(open, entry.at(room));
            }
            return null;
        });
    }

    /** Notes that the server has stored a message. */
    public void stored(String key, long seq) throws IOException {
        settle(key, OutboxEntry.State.STORED, seq, null);
    }

    /** Notes that the server has refused a message for good. */
    public void refused(String key, String why) throws IOException {
        settle(key, OutboxEntry.State.REFUSED, 0, why);
    }

    private void settle(String key, OutboxEntry.State state, long seq, String why) throws IOException {
        step(open -> {
            OutboxEntry entry = entries.get(key);
            if (entry.isWaiting()) { // another process may have been quicker
                write(open, entry.with(state, Instant.now(), seq, why));
            }
            return null;
        });
    }

    /**
     * Takes over the messages of an earlier history: those that waited, and the stored ones, which the server may have
     * lost. Doing it twice does nothing.
     */
    private void takeOver(Outbox earlier) throws IOException {
        earlier.step(open -> {
            for (OutboxEntry entry : earlier.entries.values()) {
                if (entry.state() != OutboxEntry.State.REFUSED) {
                    add(entry.again());
                }
            }
            Folders.replace(earlier.folder.resolve(TAKEN_OVER), mark(open.end()));
            return null;
        });
    }

    /** Whether nothing was added since it was taken over: a console that was started before may still write there. */
    private static boolean isTakenOver(Path folder) throws IOException {
        Path mark = folder.resolve(TAKEN_OVER);
        Path file = folder.resolve(FILE);
        return Files.exists(mark)
                && Files.exists(file)
                && Arrays.equals(Files.readAllBytes(mark), mark(Files.size(file)));
    }

    private static byte[] mark(long size) {
        return String.valueOf(size).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Lets every stored message that is still kept wait again, because the server may have lost it; and looks again for
     * the rooms of those that wait, which may be others now.
     */
    public void sendAgain() throws IOException {
        step(open -> {
            for (OutboxEntry entry : List.copyOf(entries.values())) {
                boolean waitsForItsRoom = entry.state() == OutboxEntry.State.WAITING && !entry.resolved();
                if (entry.state() != OutboxEntry.State.REFUSED && !waitsForItsRoom) {
                    write(open, entry.again());
                }
            }
            return null;
        });
    }

    /** What waits, in the order it was written. */
    public synchronized List<OutboxEntry> waiting() {
        return List.copyOf(waiting.values());
    }

    /** Everything that is kept, in the order it was written. */
    public synchronized List<OutboxEntry> all() {
        return List.copyOf(entries.values());
    }

    public synchronized Optional<OutboxEntry> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Takes the right to send, which one process has at a time; it lasts until it is closed. */
    public Optional<FileGuard> trySending() throws IOException {
        return FileGuard.tryTake(folder.resolve("outbox.sending"));
    }

    /** Leaves out what is no longer needed, if the file is large enough for that. */
    private Void shrink(RecordFile open) throws IOException {
        Instant oldest = Instant.now().minus(KEPT);
        entries.values()
                .removeIf(entry -> !entry.isWaiting() && entry.settledAt().isBefore(oldest));
        if (open.end() < MIN_SIZE_TO_SHRINK) {
            return null;
        }
        Path fresh = folder.resolve(FILE + ".new");
        Files.deleteIfExists(fresh);
        try (RecordFile smaller = RecordFile.open(fresh, KIND)) {
            smaller.append(entries.values().stream().map(Stored::write).toList());
        }
        Folders.moveOver(fresh, folder.resolve(FILE));
        file = null; // read anew at the next step
        return null;
    }
}
