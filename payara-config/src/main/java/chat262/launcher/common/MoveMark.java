package chat262.launcher.common;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * What a data folder says about a move of its database to another one: {@code move.id} names the attempt that has begun,
 * {@code moved.txt} says that the data are elsewhere now. Both are on the disk when a method returns.
 */
public final class MoveMark {
    private static final String MOVED_TO = "moved to ";

    private static final String MOVED = """
            %s%s
            at %s

            The server does not start on the data in this folder any more; start it with that database: --db %s
            (with a user and its password, if it needs them). To go back to the data as they were at that time, delete this
            file; if a server has used the database since, start the server here with --restored and a new name.
            """;

    private final Path folder;

    private MoveMark(Path folder) {
        this.folder = folder;
    }

    /** The marks of a folder that this process has locked. */
    public static MoveMark of(DataFolder data) {
        return new MoveMark(data.path());
    }

    /** Refuses a folder whose data are elsewhere. */
    public void refuseMoved() throws StartupException {
        Optional<String> target = movedTo();
        if (target.isPresent()) {
            throw StartupException.failed(
                    ("the data in %s were moved to %s; start the server with --db and that database. To go"
                                    + " back to the data as they were then, delete %s, which says more")
                            .formatted(folder, target.get(), movedFile()));
        }
    }

    /** Where the data are, if they were moved. */
    public Optional<String> movedTo() {
        if (!Files.exists(movedFile())) {
            return Optional.empty();
        }
        try (var lines = Files.lines(movedFile())) {
            return lines.findFirst()
                    .filter(line -> line.startsWith(MOVED_TO))
                    .map(line -> line.substring(MOVED_TO.length()))
                    .or(() -> Optional.of("another database"));
        } catch (IOException | RuntimeException e) {
            return Optional.of("another database");
        }
    }

    /** Notes that the data are elsewhere: from now on no server starts on them. */
    public void markMoved(String target) throws IOException {
        write(movedFile(), MOVED.formatted(MOVED_TO, target, Instant.now().truncatedTo(ChronoUnit.SECONDS), target));
    }

    /** The attempt that has begun, if no server has used the data since. */
    public Optional<String> attempt() throws IOException {
        return Files.exists(attemptFile())
                ? Optional.of(Files.readString(attemptFile()).strip())
                : Optional.empty();
    }

    /** Notes a new attempt, and returns it. */
    public String beginAttempt() throws IOException {
        String attempt = UUID.randomUUID().toString();
        write(attemptFile(), attempt + "\n");
        return attempt;
    }

    /** Called before the data may change: what was copied by an attempt is no part of them any more. */
    public void abandonAttempt() throws IOException {
        if (Files.deleteIfExists(attemptFile())) {
            force(folder);
        }
    }

    public Path attemptFile() {
        return folder.resolve("move.id");
    }

    Path movedFile() {
        return folder.resolve("moved.txt");
    }

    private void write(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
    }

    /** Forces the names in a folder to the disk, where the system opens folders (Windows doesn't). */
    private static void force(Path folder) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
