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
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String WATCHED = "trace=fsync,fdatasync,read,readv,recvfrom,write,writev,pwrite64,sendto";

    private final Process strace;
    private final Path trace;

    private SystemCalls(Process strace, Path trace) {
        this.strace = strace;
        this.trace = trace;
    }

    /** Whether this machine can do it. */
    public static boolean canBeSeen() {
        try {
            Process asked = new ProcessBuilder("strace", "-V")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return asked.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
                long deadline = System.nanoTime() + LONGEST.toNanos();
                while (!Files.readString(said).contains("attached")) {
                    if (!strace.isAlive() || System.nanoTime() > deadline) {
                        throw new IllegalStateException("strace does not look: " + Files.readString(said));
                    }
                    Thread.sleep(20);
                }
                return new SystemCalls(strace, trace);
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
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
            if (!strace.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                strace.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
