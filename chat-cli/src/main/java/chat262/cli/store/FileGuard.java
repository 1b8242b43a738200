package chat262.cli.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** A lock that one process holds until it closes it or ends, however it ends. */
public final class FileGuard implements Closeable {
    private final FileChannel channel;

    private FileGuard(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock if it is free. */
    public static Optional<FileGuard> tryTake(Path file) throws IOException {
        FileChannel channel = open(file);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new FileGuard(channel));
            }
        } catch (OverlappingFileLockException e) {
            // This process has it already.
        }
        channel.close();
        return Optional.empty();
    }

    /** Waits for the lock; within this process one thread at a time may do so. */
    static FileGuard take(Path file) throws IOException {
        FileChannel channel = open(file);
        try {
            channel.lock();
            return new FileGuard(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), Folders.fileMode());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
