package chat262.it.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** The death that a process is going to die. */
final class Crash {
    /** Not at once, so that it dies while it works. */
    private static final int VISITS = 5;

    /** Long for an answer to go out. */
    private static final long WAY_OUT_MILLIS = 300;

    /** As the shell reports SIGKILL. */
    private static final int KILLED = 137;

    private final CrashPoint point;
    private final Path mark;
    private final AtomicInteger visits = new AtomicInteger();

    /** What the thread works on, if it is a writer of the log. */
    private final ThreadLocal<Object> batch = new ThreadLocal<>();

    private Crash(CrashPoint point, Path mark) {
        this.point = point;
        this.mark = mark;
    }

    /** The first point of a folder's list that has not been visited; null if there is none. */
    static Crash next(Path folder) {
        Path list = folder.resolve("points");
        try {
            for (String name : Files.exists(list) ? Files.readAllLines(list) : java.util.List.<String>of()) {
                if (!Files.exists(folder.resolve(name))) {
                    return new Crash(CrashPoint.valueOf(name), folder.resolve(name));
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void at(Call call) {
        if (call.step().isBefore("LogConnection", "lockRooms")) {
            batch.set(call.arguments()[0]);
        }
        if (call.step().equals(point.step())
                && call.storesSomething()
                && usesItsTransport(call)
                && visits.incrementAndGet() == VISITS) {
            die();
        }
    }

    /** One argument says it, or else, where there are only numbers, the batch that they are of. */
    private boolean usesItsTransport(Call call) {
        Transport transport = point.transport();
        return transport == Transport.ANY
                || Arrays.stream(call.arguments()).anyMatch(transport::hasTaken)
                || call.step().isAfter("LogConnection", "updateLastSeqs") && transport.hasTaken(batch.get());
    }

    private void die() {
        try {
            if (point.letsAnswersOut()) {
                Thread.sleep(WAY_OUT_MILLIS);
            }
            Files.writeString(mark, "");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        // Runs no hooks and flushes nothing: to everybody else it is a SIGKILL.
        Runtime.getRuntime().halt(KILLED);
    }
}
