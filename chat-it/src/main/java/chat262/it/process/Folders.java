package chat262.it.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders, with all that is in them. */
public final class Folders {
    private Folders() {}

    /** Copies a folder to where nothing is, or an empty folder. */
    public static void copy(Path from, Path to) {
        try {
            for (Path file : filesOf(from)) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder; who used it must have ended. */
    public static void delete(Path folder) {
        try {
            for (Path file :
                    filesOf(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file); // a temporary one may have gone by itself
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }

    /** A new folder among the system's temporary ones. */
    public static Path temporary(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
