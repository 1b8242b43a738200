package chat262.launcher.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/**
 * The folder with all data of a server: {@code db} the database, {@code log} the logs, {@code server.lock}, {@code runtime} the
 * unpacked libraries, and while it runs {@code tmp} for Payara's temporary files. This process holds its lock from {@link #open}
 * to the end of the process.
 */
public final class DataFolder {
    private final Path path;

    // Never closed: the lock ends with the process, however that ends.
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Makes the folder if there is none, locks it, and deletes what a killed server has left in {@code tmp}. */
    public static DataFolder open(Path path) throws StartupException {
        try {
            PrivateFolder.make(path);
            DataFolder folder = new DataFolder(path.toRealPath(), lock(path));
            folder.refuseUnsafeDerby();
            folder.clearTemporary();
            PrivateFolder.make(folder.log());
            PrivateFolder.make(folder.temporary());
            return folder;
        } catch (IOException | UncheckedIOException e) {
            throw StartupException.failed("the data folder %s can't be written: %s".formatted(path, reason(e)));
        }
    }

    public Path path() {
        return path;
    }

    public Path log() {
        return path.resolve("log");
    }

    public Path temporary() {
        return path.resolve("tmp");
    }

    /** The default folder of the unpacked libraries. */
    public Path runtime() {
        return path.resolve("runtime");
    }

    /** Deletes {@code tmp} and all below it. */
    public void clearTemporary() throws IOException {
        PrivateFolder.delete(temporary());
    }

    private static FileChannel lock(Path path) throws IOException, StartupException {
        FileChannel file = FileChannel.open(
                path.resolve("server.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = file.tryLock();
        if (lock == null) {
            ByteBuffer holder = ByteBuffer.allocate(20);
            file.read(holder, 0);
            throw StartupException.failed("the data folder %s is in use by another server (process %s)"
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

    /** With this setting, Derby would report a commit before anything is on disk. */
    private void refuseUnsafeDerby() throws IOException, StartupException {
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
            throw StartupException.failed(name + "=test loses messages that were answered as stored; take it out of "
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
