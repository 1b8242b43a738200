package chat262.cli.store;

import chat262.api.Message;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Everything that has arrived at this device, room by room and in order, and up to where it was shown. Thread-safe.
 * Its records are those of {@link JournalRecord}.
 */
public final class Journal implements Closeable {
    private static final String FILE = "journal";
    private static final String KIND = "JOURNAL1";

    private final Path folder;
    private final Map<Long, KnownRoom> rooms = new LinkedHashMap<>();
    private final Map<Long, Positions> positions = new HashMap<>();
    private final Map<Long, Set<Long>> starts = new HashMap<>();
    private final Map<Long, Long> last = new HashMap<>();
    private final Map<Long, Long> shown = new HashMap<>();
    private final Map<Long, Holes> holes = new HashMap<>();
    private RecordFile file;
    private Damage damage;

    /** Entries that are missing from one seq to another, both included, because their records were damaged. */
    public record Missing(long first, long last) {}

    private Journal(Path folder, RecordFile file) throws IOException {
        this.folder = folder;
        this.file = file;
        readAll();
        damage = file.damage().orElse(null);
    }

    private void readAll() throws IOException {
        List.of(rooms, positions, starts, last, shown, holes).forEach(Map::clear);
        file.readFrom(RecordFile.START, this::learn);
    }

    /** Opens the journal of an account's folder, of which the caller holds the lock; damage is repaired. */
    public static Journal open(Path folder) throws IOException {
        Journal journal = new Journal(folder, RecordFile.open(folder.resolve(FILE), KIND));
        if (journal.damage != null) {
            journal.damage = Repair.of(journal.file);
            journal.file = RecordFile.open(folder.resolve(FILE), KIND);
            journal.readAll();
        }
        journal.file.cutTornEnd();
        return journal;
    }

    /** What was found damaged when it was opened. */
    public Optional<Damage> damage() {
        return Optional.ofNullable(damage);
    }

    /** Opens the journal only to read it, as it is now; empty if there is none yet. */
    public static Optional<Journal> openToRead(Path folder) throws IOException {
        try {
            return Optional.of(new Journal(folder, RecordFile.openToRead(folder.resolve(FILE), KIND)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void learn(long offset, byte[] record) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(record);
        byte type = head.get();
        long room = head.getLong();
        long seq = head.getLong();
        switch (type) {
            case 'R' -> rooms.put(room, Stored.read(JournalRecord.json(record), KnownRoom.class));
            case 'S' -> {
                last.put(room, seq);
                starts.computeIfAbsent(room, none -> new HashSet<>()).add(seq);
            }
            case 'V' -> shown.merge(room, seq, Math::max);
            case 'E' -> {
                long before = last.getOrDefault(room, seq - 1);
                if (seq > before + 1) {
                    holes(room).add(before + 1, seq - 1);
                } else {
                    holes(room).fill(seq);
                }
                last.merge(room, seq, Math::max);
                positions.computeIfAbsent(room, none -> new Positions()).add(seq, offset);
            }
            default -> throw new IOException("the journal holds a record '" + (char) type + "' of a later version");
        }
    }

    private Holes holes(long room) {
        return holes.computeIfAbsent(room, none -> new Holes());
    }

    private void write(char type, long room, long seq, byte[] json) throws IOException {
        byte[] record = JournalRecord.of(type, room, seq, json);
        learn(file.append(List.of(record))[0], record);
    }

    /** The seq of the last entry that has arrived; empty for a room that this device has not met. */
    public synchronized OptionalLong last(long room) {
        Long seq = last.get(room);
        return seq == null ? OptionalLong.empty() : OptionalLong.of(seq);
    }

    /** Begins a room, or goes on behind entries that are not this member's to see. */
    public synchronized void startAfter(long room, long seq) throws IOException {
        write('S', room, seq, new byte[0]);
    }

    /** Whether the journal of a room once went on behind this seq, whatever stood below. */
    public synchronized boolean startedAfter(long room, long seq) {
        return starts.getOrDefault(room, Set.of()).contains(seq);
    }

    /**
     * Takes the entries that follow the last one; what is there already is dropped, and what stands after a gap is
     * left alone.
     *
     * @param messages entries of one room, ascending
     * @return those that were taken
     */
    public synchronized List<Message> accept(long room, List<Message> messages) throws IOException {
        List<Message> taken = new ArrayList<>();
        long next = last.get(room) + 1;
        for (Message message : messages) {
            if (message.room() == room && message.seq() == next) {
                taken.add(message);
                next++;
            }
        }
        append(room, taken);
        return taken;
    }

    private void append(long room, List<Message> messages) throws IOException {
        List<byte[]> records = messages.stream()
                .map(message -> JournalRecord.of('E', room, message.seq(), Stored.write(message)))
                .toList();
        long[] offsets = records.isEmpty() ? new long[0] : file.append(records);
        for (int i = 0; i < offsets.length; i++) {
            learn(offsets[i], records.get(i));
        }
    }

    /** The first entries above a seq that are missing though later ones are here; empty if none are. */
    public synchronized Optional<Missing> missing(long room, long above) {
        return holes(room).above(above);
    }

    /**
     * Takes entries that are missing; all others are left alone.
     *
     * @return how many were taken
     */
    public synchronized int fill(long room, List<Message> messages) throws IOException {
        List<Message> wanted = messages.stream()
                .filter(message -> message.room() == room && holes(room).has(message.seq()))
                .toList();
        append(room, wanted);
        return wanted.size();
    }

    /** The entries from one seq to another, both included, as far as they are here. */
    public synchronized List<Message> entries(long room, long first, long last) throws IOException {
        List<Message> entries = new ArrayList<>();
        Positions known = positions.getOrDefault(room, new Positions());
        for (long offset : known.between(first, last)) {
            entries.add(Stored.read(JournalRecord.json(file.read(offset)), Message.class));
        }
        return entries;
    }

    /** Up to where a room was shown here; 0 if it never was. */
    public synchronized long shown(long room) {
        return shown.getOrDefault(room, 0L);
    }

    /** Notes that everything up to a seq was shown; a lower one changes nothing. */
    public synchronized void noteShown(long room, long seq) throws IOException {
        if (seq > shown(room)) {
            write('V', room, seq, new byte[0]);
        }
    }

    /** Remembers what a room is. */
    public synchronized void remember(KnownRoom room) throws IOException {
        if (!room.equals(rooms.get(room.id()))) {
            write('R', room.id(), 0, Stored.write(room));
        }
    }

    /** A room that was met before. */
    public synchronized Optional<KnownRoom> room(long id) {
        return Optional.ofNullable(rooms.get(id));
    }

    /** All rooms that were met, in the order in which they were met first. */
    public synchronized Collection<KnownRoom> rooms() {
        return List.copyOf(rooms.values());
    }

    /** Puts this history aside, as {@code journal.N}, and begins an empty one. */
    public synchronized void startAgain() throws IOException {
        file.close();
        int number = 1;
        while (Files.exists(folder.resolve(FILE + "." + number))) {
            number++;
        }
        Folders.moveOver(folder.resolve(FILE), folder.resolve(FILE + "." + number));
        file = RecordFile.open(folder.resolve(FILE), KIND);
        readAll();
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
