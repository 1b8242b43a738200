package chat262.cli.store;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * An append-only file of records. It starts with 24 bytes: eight for kind and version ({@code JOURNAL1}) and sixteen
 * that are this file's own, so that a file that was replaced can be told from one that grew. Each record is its length
 * and the CRC-32C of its bytes (four bytes each, big-endian), then the bytes. Not thread-safe.
 */
final class RecordFile implements Closeable {
    /** Where the first record starts. */
    static final long START = 24;

    /** A record has at least one byte and at most so many; any other length is damage. */
    private static final int MAX_LENGTH = 16 << 20;

    private static final int FRAME = 8;

    /** Takes a record and where it starts. */
    interface Reader {
        void record(long offset, byte[] record) throws IOException;
    }

    private final Path path;
    private final FileChannel channel;
    private final UUID id;
    private long end = START;

    private RecordFile(Path path, FileChannel channel, String kind) throws IOException {
        this.path = path;
        this.channel = channel;
        this.id = readHeader(kind);
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

    private UUID readHeader(String kind) throws IOException {
        ByteBuffer header = readFully(0, (int) START);
        byte[] found = new byte[8];
        header.get(found);
        if (!kind.equals(new String(found, StandardCharsets.US_ASCII))) {
            throw new IOException(path + " is not a file that this version can read (it wants " + kind
                    + "); use the version that wrote it, or move it away");
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

    /** Reads the whole records from an offset on, which is {@link #START} or an {@link #end} of before. */
    void readFrom(long offset, Reader reader) throws IOException {
        end = offset;
        long size = channel.size();
        channel.position(offset);
        DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16));
        while (size - end > FRAME) {
            int length = in.readInt();
            int checksum = in.readInt();
            if (length < 1 || length > Math.min(MAX_LENGTH, size - end - FRAME)) {
                return;
            }
            byte[] record = in.readNBytes(length);
            if (record.length < length || checksum(record) != checksum) {
                return;
            }
            reader.record(end, record);
            end += FRAME + length;
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
            bytes.putInt(record.length).putInt(checksum(record)).put(record);
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
        if (checksum(record) != frame.getInt()) {
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

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
