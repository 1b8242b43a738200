package chat262.cli.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders and files for their owner alone. */
final class Folders {
    /** In the name of a file that was found damaged and is kept. */
    static final String DAMAGED = ".damaged-";

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Folders() {}

    /** Makes a folder and those above it; 0700 on a POSIX file system. */
    static Path make(Path folder) throws IOException {
        return Files.createDirectories(folder, mode("rwx------"));
    }

    /** What a new file is made with: 0600 on a POSIX file system. */
    static FileAttribute<?>[] fileMode() {
        return mode("rw-------");
    }

    /** Replaces a file as a whole: readers, also after a power cut, see the old one or the new one. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh); // left by a process that died here
        try (FileChannel channel =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), fileMode())) {
            for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
        moveOver(fresh, file);
    }

    /** Puts a finished file in the place of another. */
    static void moveOver(Path fresh, Path file) throws IOException {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.toAbsolutePath().getParent());
    }

    /** Keeps a file as it is under a name of its own, {@code NAME.damaged-N}; it stays in its place, too. */
    static Path keepAside(Path file) throws IOException {
        int number = 1;
        while (Files.exists(file.resolveSibling(file.getFileName() + DAMAGED + number))) {
            number++;
        }
        Path aside = file.resolveSibling(file.getFileName() + DAMAGED + number);
        try {
            Files.createLink(aside, file);
        } catch (UnsupportedOperationException | IOException e) { // not every file system has links
            Files.copy(file, aside, StandardCopyOption.COPY_ATTRIBUTES);
            try (FileChannel copy = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                copy.force(true);
            }
        }
        force(file.toAbsolutePath().getParent());
        return aside;
    }

    /** Makes what was created, renamed or deleted in a folder survive a power cut. */
    static void force(Path folder) throws IOException {
        if (POSIX) { // elsewhere a folder can't be opened
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
