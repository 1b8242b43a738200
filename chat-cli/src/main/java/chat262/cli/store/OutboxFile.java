package chat262.cli.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The file of an outbox, which several processes use: each step takes the lock, reads what others have added, and releases
 * it. Not thread-safe.
 */
final class OutboxFile {
    static final String FILE = "outbox";
    private static final String KIND = "OUTBOX01";
    private static final long MIN_SIZE_TO_SHRINK = 1 << 20;

    private final Path folder;
    private final OutboxEntries entries;
    private UUID file;
    private long read;
    private Damage damage;

    /** What is done while the lock is held and all is read. */
    interface Step<T> {
        T with(RecordFile open) throws IOException;
    }

    /** @param entries gets what the file holds */
    OutboxFile(Path folder, OutboxEntries entries) {
        this.folder = folder;
        this.entries = entries;
    }

    Path path() {
        return folder.resolve(FILE);
    }

    <T> T step(Step<T> step) throws IOException {
        FileGuard guard = FileGuard.take(folder.resolve("outbox.lock"));
        try (RecordFile open = readOn()) {
            T result = step.with(open);
            read = open.end();
            return result;
        } finally {
            guard.close();
        }
    }

    /** Reads all of it without the lock, and changes nothing: its writers may be at work. */
    void readOnly() throws IOException {
        try (RecordFile open = RecordFile.openToRead(path(), KIND)) {
            readAll(open);
            damage = open.damage().orElse(null);
        }
    }

    /** Opens the file, and reads what others have added; all of it, if it was replaced or had to be repaired. */
    private RecordFile readOn() throws IOException {
        List<OutboxEntry> known = entries.waiting();
        RecordFile open = RecordFile.open(path(), KIND);
        try {
            boolean anew = !open.id().equals(file); // the first time, or it was shrunk or repaired since
            if (anew) {
                readAll(open);
            } else {
                open.readFrom(read, this::learn);
            }
            boolean repaired = open.damage().isPresent();
            if (repaired) {
                damage = Repair.of(open);
                open = RecordFile.open(path(), KIND);
                readAll(open);
            }
            open.cutTornEnd();
            if (anew || repaired) {
                restore(open, known, repaired);
            }
            read = open.end();
            return open;
        } catch (IOException | RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private void readAll(RecordFile open) throws IOException {
        entries.clear();
        file = open.id();
        open.readFrom(RecordFile.START, this::learn);
    }

    /** What was read here before and is gone was damaged, and so may be the notes that something was attempted. */
    private void restore(RecordFile open, List<OutboxEntry> known, boolean repaired) throws IOException {
        for (OutboxEntry entry : repaired ? entries.waiting() : List.<OutboxEntry>of()) {
            if (entry.isUnattempted()) {
                write(open, entry.beingAttempted());
            }
        }
        for (OutboxEntry entry : known) {
            if (entries.get(entry.key()) == null) {
                write(open, entry.beingAttempted());
            }
        }
    }

    private void learn(long offset, byte[] record) throws IOException {
        entries.know(Stored.read(record, OutboxEntry.class));
    }

    void write(RecordFile open, OutboxEntry entry) throws IOException {
        open.append(List.of(Stored.write(entry)));
        entries.know(entry);
    }

    /** Whether others have done something since the last step. */
    boolean hasChanged() throws IOException {
        return Files.size(path()) != read;
    }

    /** What was found damaged since this was last asked, and was repaired; null if nothing was. */
    Damage takeDamage() {
        Damage found = damage;
        damage = null;
        return found;
    }

    /** Leaves out what is no longer needed, if the file is large enough for that. */
    Void shrink(RecordFile open) throws IOException {
        entries.forgetSettledBefore(Instant.now().minus(Outbox.KEPT));
        if (open.end() < MIN_SIZE_TO_SHRINK) {
            return null;
        }
        Path fresh = folder.resolve(FILE + ".new");
        Files.deleteIfExists(fresh);
        try (RecordFile smaller = RecordFile.open(fresh, KIND)) {
            smaller.append(entries.all().stream().map(Stored::write).toList());
        }
        Folders.moveOver(fresh, path());
        file = null; // read anew at the next step
        return null;
    }
}
