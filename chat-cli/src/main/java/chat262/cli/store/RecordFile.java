package chat262.cli.store;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An append-only file of records. It starts with 24 bytes: eight for kind and version ({@code JOURNAL1}) and sixteen
 * that are this file's own, so that a file that was replaced can be told from one that grew. Each record is its length
 * and the CRC-32C of its bytes (four bytes each, big-endian), then the bytes. Reading goes on behind damage. Not thread-safe.
 */
final class RecordFile implements Closeable {
    /** Where the first record starts. */
    static final long START = 24;

    private static final int FRAME = RecordScan.FRAME;
    private static final int MAX_LENGTH = RecordScan.MAX_LENGTH;

    /** Takes a record and where it starts. */
    interface Reader {
        void record(long offset, byte[] record) throws IOException;
    }

    private final Path path;
    private final FileChannel channel;
    private final String kind;
    private final UUID id;
    private long end = START;
    private boolean headerIsDamaged;
    private int damagedPlaces;
    private long damagedBytes;

    private RecordFile(Path path, FileChannel channel, String kind) throws IOException {
        this.path = path;
        this.channel = channel;
        this.kind = kind;
        this.id = readHeader();
    }

    /**
     * Opens a file to append to it, and makes it if it isn't there. Call {@link #readFrom} next: appending starts
     * behind the last whole record.
     *
     * @param kind eight ASCII characters for the kind and its version
     * @throws IOException if the file is of another kind or version
     */
    static RecordFile open(Path path, String kind) throws IOException {
        FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                Folders.fileMode());
        try {
            if (channel.size() < START) { // new, or its maker died before any record could follow
                channel.truncate(0);
                channel.write(header(kind), 0);
                channel.force(true);
                Folders.force(path.toAbsolutePath().getParent());
            }
            return new RecordFile(path, channel, kind);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Opens a file only to read it. Its writer may be at work: a torn end is no error, and stays.
     *
     * @throws NoSuchFileException if there is none, or none with a whole header
     */
    static RecordFile openToRead(Path path, String kind) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            if (channel.size() < START) {
                throw new NoSuchFileException(path.toString());
            }
            return new RecordFile(path, channel, kind);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static ByteBuffer header(String kind) {
        UUID id = UUID.randomUUID();
        ByteBuffer header = ByteBuffer.allocate((int) START);
        header.put(kind.getBytes(StandardCharsets.US_ASCII));
        header.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return header.flip();
    }

    private UUID readHeader() throws IOException {
        ByteBuffer header = readFully(0, (int) START);
        byte[] bytes = new byte[8];
        header.get(bytes);
        String found = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!kind.equals(found)) {
            boolean isVersion = found.matches(kind.replaceAll("\\d", "\\\\d"));
            if (isVersion || new RecordScan(channel).next(START) < 0) {
                throw new IOException(path + " is not a file that this version can read (it wants " + kind
                        + "); use the version that wrote it, or move it away");
            }
            headerIsDamaged = true;
        }
        return new UUID(header.getLong(), header.getLong());
    }

    /** This file's own name; a file that took its place has another. */
    UUID id() {
        return id;
    }

    /** Behind the last whole record that was read or appended. */
    long end() {
        return end;
    }

    Path path() {
        return path;
    }

    String kind() {
        return kind;
    }

    /** What {@link #readFrom} found damaged; empty if nothing was. */
    Optional<Damage> damage() {
        String name = path.getFileName().toString();
        return damagedPlaces == 0 ? Optional.empty() : Optional.of(new Damage(name, damagedPlaces, damagedBytes, null));
    }

    private void damaged(long bytes) {
        damagedPlaces++;
        damagedBytes += bytes;
    }

    /** Reads the whole records from an offset on, which is {@link #START} or an {@link #end} of before. */
    void readFrom(long offset, Reader reader) throws IOException {
        RecordScan scan = new RecordScan(channel);
        damagedPlaces = headerIsDamaged ? 1 : 0;
        damagedBytes = headerIsDamaged ? START : 0;
        end = offset;
        for (long at = offset; at >= 0; at = scan.next(end + 1)) {
            if (at > end) {
                damaged(at - end);
                end = at;
            }
            for (byte[] record = scan.at(at); record != null; record = scan.at(end)) {
                reader.record(end, record);
                end += FRAME + record.length;
            }
        }
        if (!scan.isTorn(end)) {
            damaged(scan.behind(end));
        }
    }

    /** Cuts off what stands behind the last whole record, and keeps it in {@code NAME.cut}. */
    void cutTornEnd() throws IOException {
        long torn = channel.size() - end;
        if (torn <= 0) {
            return;
        }
        ByteBuffer cut = readFully(end, (int) Math.min(torn, MAX_LENGTH));
        try (FileChannel kept = FileChannel.open(
                path.resolveSibling(path.getFileName() + ".cut"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                Folders.fileMode())) {
            kept.write(cut);
        }
        channel.truncate(end);
        channel.force(true);
    }

    /**
     * Appends records and waits until they are on the disk: all of them, or none.
     *
     * @return where each starts
     */
    long[] append(List<byte[]> records) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(
                records.stream().mapToInt(record -> FRAME + record.length).sum());
        long[] offsets = new long[records.size()];
        for (int i = 0; i < offsets.length; i++) {
            byte[] record = records.get(i);
            if (record.length < 1 || record.length > MAX_LENGTH) {
                throw new IOException("a record of " + record.length + " bytes does not fit");
            }
            offsets[i] = end + bytes.position();
            bytes.putInt(record.length).putInt(RecordScan.checksum(record)).put(record);
        }
        bytes.flip();
        int length = bytes.limit();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, end + bytes.position());
            }
            channel.force(false);
        } catch (IOException e) {
            channel.truncate(end); // or what comes next would stand behind half a record, and be cut off with it
            throw e;
        }
        end += length;
        return offsets;
    }

    /** The record that starts at an offset. */
    byte[] read(long offset) throws IOException {
        ByteBuffer frame = readFully(offset, FRAME);
        int length = frame.getInt();
        if (length < 1 || length > MAX_LENGTH) {
            throw new IOException(path + " is damaged at byte " + offset);
        }
        byte[] record = readFully(offset + FRAME, length).array();
        if (RecordScan.checksum(record) != frame.getInt()) {
            throw new IOException(path + " is damaged at byte " + offset);
        }
        return record;
    }

    private ByteBuffer readFully(long offset, int length) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(length);
        while (into.hasRemaining()) {
            if (channel.read(into, offset + into.position()) < 0) {
                throw new EOFException(path + " ends within a record");
            }
        }
        return into.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
