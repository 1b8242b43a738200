package chat262.cli.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The messages of an account that wait to be sent, in the order they were written, and those that were settled in the
 * last 30 days. Several processes may use one outbox at once; each sees what the others do at its next step.
 * Thread-safe. A record is an {@link OutboxEntry} as JSON; the last one of a key counts.
 */
public final class Outbox {
    /** A stored message is kept so long, to be sent again should the server lose it in a restore. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final String TAKEN_OVER = "closed"; // closed by the history that came after

    private final Path folder;
    private final OutboxEntries entries = new OutboxEntries();
    private final OutboxFile file;
    private Damage damage;

    private Outbox(Path folder) {
        this.folder = folder;
        this.file = new OutboxFile(folder, entries);
    }

    /** Opens the outbox of an account's folder. */
    public static Outbox open(Path folder) throws IOException {
        Outbox outbox = new Outbox(folder);
        outbox.step(outbox.file::shrink);
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

    /** Opens an outbox only to read it, as it is now; empty if there is none yet. */
    public static Optional<Outbox> openToRead(Path folder) throws IOException {
        Outbox outbox = new Outbox(folder);
        try {
            outbox.file.readOnly();
            outbox.damage = outbox.file.takeDamage();
            return Optional.of(outbox);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private synchronized <T> T step(OutboxFile.Step<T> step) throws IOException {
        try {
            return file.step(step);
        } finally {
            Damage found = file.takeDamage();
            damage = found == null ? damage : found;
        }
    }

    /** Reads what other processes have done. */
    public synchronized void refresh() throws IOException {
        if (file.hasChanged()) {
            step(open -> null);
        }
    }

    /** Adds a message at the end; one whose key is here already changes nothing. */
    public void add(OutboxEntry entry) throws IOException {
        step(open -> {
            if (entries.get(entry.key()) == null) {
                file.write(open, entry);
            }
            return null;
        });
    }

    /** Notes which room a message is for. From here on it is sent there and nowhere else. */
    public void address(String key, KnownRoom room) throws IOException {
        step(open -> {
            OutboxEntry entry = entries.get(key);
            if (entry != null && entry.isWaiting() && !entry.resolved()) {
                file.write(open, entry.at(room));
            }
            return null;
        });
    }

    /**
     * Notes that an attempt to send a message is made, before it is made: from here on the server may have it.
     *
     * @return what is to be sent; empty if it no longer waits
     */
    public Optional<OutboxEntry> attempt(String key) throws IOException {
        return step(open -> {
            OutboxEntry entry = entries.get(key);
            if (entry == null || !entry.isWaiting()) {
                return Optional.empty();
            }
            if (entry.isUnattempted()) {
                file.write(open, entry.beingAttempted());
            }
            return Optional.of(entries.get(key));
        });
    }

    /**
     * Gives up a message that waits and was never attempted.
     *
     * @param evenIfAttempted also one that the server may have
     * @return whether it was given up
     */
    public boolean drop(String key, boolean evenIfAttempted) throws IOException {
        return change(key, evenIfAttempted, entry -> entry.with(OutboxEntry.State.DROPPED, Instant.now(), 0, null));
    }

    /** Changes the text of a message that waits and was never attempted; returns whether it was changed. */
    public boolean edit(String key, String body) throws IOException {
        return change(key, false, entry -> entry.saying(body));
    }

    private boolean change(String key, boolean evenIfAttempted, UnaryOperator<OutboxEntry> change) throws IOException {
        return step(open -> {
            OutboxEntry entry = entries.get(key);
            boolean may = entry != null && entry.isWaiting() && (evenIfAttempted || entry.isUnattempted());
            if (may) {
                file.write(open, change.apply(entry));
            }
            return may;
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
            if (entry != null && entry.isWaiting()) { // another process may have been quicker
                file.write(open, entry.with(state, Instant.now(), seq, why));
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
            for (OutboxEntry entry : earlier.entries.all()) {
                if (!entry.isGivenUp()) {
                    add(entry.again());
                }
            }
            damage = damage == null ? earlier.damage : damage;
            Folders.replace(earlier.folder.resolve(TAKEN_OVER), mark(open.end()));
            return null;
        });
    }

    /** Whether nothing was added since it was taken over: a console that was started before may still write there. */
    private static boolean isTakenOver(Path folder) throws IOException {
        Path mark = folder.resolve(TAKEN_OVER);
        Path file = folder.resolve(OutboxFile.FILE);
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
            for (OutboxEntry entry : entries.all()) {
                boolean waitsForItsRoom = entry.state() == OutboxEntry.State.WAITING && !entry.resolved();
                if (!entry.isGivenUp() && !waitsForItsRoom) {
                    file.write(open, entry.again());
                }
            }
            return null;
        });
    }

    /** What waits, in the order it was written. */
    public synchronized List<OutboxEntry> waiting() {
        return entries.waiting();
    }

    /** Everything that is kept, in the order it was written. */
    public synchronized List<OutboxEntry> all() {
        return entries.all();
    }

    public synchronized Optional<OutboxEntry> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The number of a message in the order in which they were written; it stays as long as the message is kept. */
    public synchronized long number(String key) {
        return entries.place(key);
    }

    /** What was found damaged since this was last asked, and was repaired. */
    public synchronized Optional<Damage> takeDamage() {
        Optional<Damage> found = Optional.ofNullable(damage);
        damage = null;
        return found;
    }

    /** Takes the right to send, which one process has at a time; it lasts until it is closed. */
    public Optional<FileGuard> trySending() throws IOException {
        return FileGuard.tryTake(folder.resolve("outbox.sending"));
    }
}
