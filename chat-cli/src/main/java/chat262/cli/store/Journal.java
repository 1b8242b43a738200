package chat262.cli.store;

import chat262.api.Message;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
 *
 * <p>A record is one byte for what it is, the room and a seq (eight bytes each), then perhaps JSON: {@code R} what the
 * room is called; {@code S} the journal of the room goes on behind this seq; {@code E} an entry; {@code V} everything
 * up to this seq was shown.
 */
public final class Journal implements Closeable {
    private static final String FILE = "journal";
    private static final String KIND = "JOURNAL1";
    private static final int HEAD = 17;

    private final Path folder;
    private final Map<Long, KnownRoom> rooms = new LinkedHashMap<>();
    private final Map<Long, Positions> positions = new HashMap<>();
    private final Map<Long, Set<Long>> starts = new HashMap<>();
    private final Map<Long, Long> last = new HashMap<>();
    private final Map<Long, Long> shown = new HashMap<>();
    private RecordFile file;

    private Journal(Path folder, RecordFile file) throws IOException {
        this.folder = folder;
        this.file = file;
        file.readFrom(RecordFile.START, this::learn);
    }

    /** Opens the journal of an account's folder, of which the caller holds the lock. */
    public static Journal open(Path folder) throws IOException {
        Journal journal = new Journal(folder, RecordFile.open(folder.resolve(FILE), KIND));
        journal.file.cutTornEnd();
        return journal;
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
            case 'R' -> rooms.put(room, Stored.read(json(record), KnownRoom.class));
            case 'S' -> {
                last.put(room, seq);
                starts.computeIfAbsent(room, none -> new HashSet<>()).add(seq);
            }
            case 'V' -> shown.merge(room, seq, Math::max);
            case 'E' -> {
                last.put(room, seq);
                positions.computeIfAbsent(room, none -> new Positions()).add(seq, offset);
            }
            default -> throw new IOException("the journal holds a record '" + (char) type + "' of a later version");
        }
    }

    private static byte[] json(byte[] record) {
        return Arrays.copyOfRange(record, HEAD, record.length);
    }

    private void write(char type, long room, long seq, byte[] json) throws IOException {
        byte[] record = record(type, room, seq, json);
        learn(file.append(List.of(record))[0], record);
    }

    private static byte[] record(char type, long room, long seq, byte[] json) {
        return ByteBuffer.allocate(HEAD + json.length)
                .put((byte) type)
                .putLong(room)
                .putLong(seq)
                .put(json)
                .array();
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
        List<byte[]> records = taken.stream()
                .map(message -> record('E', room, message.seq(), Stored.write(message)))
                .toList();
        long[] offsets = records.isEmpty() ? new long[0] : file.append(records);
        for (int i = 0; i < offsets.length; i++) {
            learn(offsets[i], records.get(i));
        }
        return taken;
    }

    /** The entries from one seq to another, both included, as far as they are here. */
    public synchronized List<Message> entries(long room, long first, long last) throws IOException {
        List<Message> entries = new ArrayList<>();
        Positions known = positions.getOrDefault(room, new Positions());
        for (long offset : known.between(first, last)) {
            entries.add(Stored.read(json(file.read(offset)), Message.class));
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
        file.readFrom(RecordFile.START, this::learn);
        List.of(rooms, positions, starts, last, shown).forEach(Map::clear);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
