package chat262.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The folder with everything that a server keeps: {@code db} the database, {@code log} the logs, {@code server.lock}, and
 * while it runs {@code tmp} with what Payara unpacks. It is this process's own from {@link #open} to the end of the process.
 */
final class DataFolder {
    private final Path path;

    // Never closed: the lock goes with the process, however that ends.
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Makes the folder if there is none, locks it and clears what a killed server left in {@code tmp}. */
    static DataFolder open(Path path) throws CannotStart {
        try {
            makePrivate(path);
            DataFolder folder = new DataFolder(path.toRealPath(), lock(path));
            folder.refuseUnsafeDerby();
            folder.clearTemporary();
            makePrivate(folder.log());
            makePrivate(folder.temporary());
            return folder;
        } catch (IOException | UncheckedIOException e) {
            throw CannotStart.failed("the data folder %s can't be written: %s".formatted(path, reason(e)));
        }
    }

    Path path() {
        return path;
    }

    Path log() {
        return path.resolve("log");
    }

    Path temporary() {
        return path.resolve("tmp");
    }

    /** Removes {@code tmp} and all below it. */
    void clearTemporary() throws IOException {
        if (!Files.exists(temporary())) {
            return;
        }
        try (Stream<Path> found = Files.walk(temporary())) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownersOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectories(folder, ownersOnly);
    }

    private static FileChannel lock(Path path) throws IOException, CannotStart {
        FileChannel file = FileChannel.open(
                path.resolve("server.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = file.tryLock();
        if (lock == null) {
            ByteBuffer holder = ByteBuffer.allocate(20);
            file.read(holder, 0);
            throw CannotStart.failed("the data folder %s is in use by another server (process %s)"
                    .formatted(
                            path,
                            StandardCharsets.US_ASCII
                                    .decode(holder.flip())
                                    .toString()
                                    .trim()));
        }
        file.truncate(0);
        file.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
        return file;
    }

    /** Derby would then answer "stored" before anything is on disk. */
    private void refuseUnsafeDerby() throws IOException, CannotStart {
        String name = "derby.system.durability";
        Properties own = new Properties();
        Path file = path.resolve("derby.properties");
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                own.load(in);
            }
        }
        if ("test"
                .equalsIgnoreCase(
                        System.getProperty(name, own.getProperty(name, "")).trim())) {
            throw CannotStart.failed(name + "=test loses messages that were answered as stored; take it out of "
                    + (System.getProperty(name) == null ? file : "the Java options"));
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        if (cause instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        return cause.getClass().getSimpleName().replace("Exception", "") + " " + cause.getMessage();
    }
}
