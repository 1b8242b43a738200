package chat262.it.faults;

import chat262.it.faults.client.SenderMain;
import chat262.it.process.Artefacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A sender or receiver as a process of its own, which can be killed and started again on its files. Thread-safe. */
final class ClientProcess implements AutoCloseable {
    /** As the shell reports SIGKILL. */
    private static final int KILLED = 137;

    private final Class<?> main;
    private final URI server;
    private final String name;
    private final Path folder;
    private final List<Long> rooms;
    private final ClientSetup setup;
    private Process process;

    /**
     * A client that is not started yet.
     *
     * @param folder its own, which is made
     * @param rooms where it sends, or what it receives
     */
    ClientProcess(Class<?> main, URI server, String name, Path folder, List<Long> rooms, ClientSetup setup) {
        this.main = main;
        this.server = server;
        this.name = name;
        this.folder = folder;
        this.rooms = List.copyOf(rooms);
        this.setup = setup;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    boolean isSender() {
        return main == SenderMain.class;
    }

    List<Long> rooms() {
        return rooms;
    }

    /** Its files of this name, one for each room. */
    List<Path> files(String fileName) {
        return rooms.stream().map(room -> file(fileName, room)).toList();
    }

    Path file(String fileName, long room) {
        return folder.resolve(fileName + "-" + room);
    }

    synchronized void start() {
        List<String> command = new ArrayList<>(List.of(
                Artefacts.java().toString(),
                "-Xmx48m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                server.toString(),
                name,
                folder.toString()));
        if (isSender()) {
            command.add(String.valueOf(setup.streamWait().toSeconds()));
        }
        rooms.forEach(room -> command.add(room.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(outputFile().toFile()));
        builder.environment().putAll(setup.environment());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a power cut would (SIGKILL). */
    synchronized void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Throws if it has ended in another way than by being killed. */
    synchronized void requireKilled() {
        if (process.exitValue() != KILLED) {
            throw new IllegalStateException(name + " has ended on its own: " + output());
        }
    }

    /** Asks it to finish. */
    void requestStop() {
        try {
            Files.writeString(folder.resolve("stop"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end; returns whether it has ended with 0. */
    synchronized boolean awaitEnd(Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether any of its files has changed in the last while. */
    boolean isActive(Duration lately) {
        try (Stream<Path> files = Files.list(folder)) {
            Instant then = Instant.now().minus(lately);
            return files.anyMatch(file -> lastChange(file).isAfter(then));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant lastChange(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its output, which is empty if all is well. */
    String output() {
        try {
            return Files.exists(outputFile()) ? Files.readString(outputFile()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path outputFile() {
        return folder.resolve("output");
    }

    @Override
    public void close() {
        synchronized (this) {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }
}
