package chat262.it.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks at the system calls of a running process, with {@code strace}. */
public final class SystemCalls implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String WATCHED = "trace=fsync,fdatasync,read,readv,recvfrom,write,writev,pwrite64,sendto";

    private final Process strace;
    private final Path trace;

    private SystemCalls(Process strace, Path trace) {
        this.strace = strace;
        this.trace = trace;
    }

    /** Whether this machine can do it. */
    public static boolean canBeSeen() {
        return ProcessResult.isInstalled("strace", "-V");
    }

    /**
     * Begins to look, and returns when it does.
     *
     * @param trace the file for what is seen
     */
    public static SystemCalls of(long pid, Path trace) {
        try {
            Path said = Files.createTempFile("strace", ".out");
            try {
                // -y names the file behind each number, -s 200 shows the beginning of what is read and written.
                Process strace = new ProcessBuilder(
                                "strace",
                                "-f",
                                "-y",
                                "-s",
                                "200",
                                "-e",
                                WATCHED,
                                "-o",
                                trace.toString(),
                                "-p",
                                "" + pid)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
                Await.whileAlive(
                        strace, "strace is attached", TIMEOUT, () -> read(said).contains("attached"), () -> read(said));
                return new SystemCalls(strace, trace);
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops looking and returns what was seen, a call a line, in order. */
    public List<String> seen() {
        close();
        try {
            return Files.readAllLines(trace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        strace.destroy();
        try {
            if (!strace.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                strace.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
