package chat262.launcher;

import chat262.api.server.ServerProperties;
import chat262.launcher.common.DataFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shuts the server down when the process ends, by a signal or by {@code System.exit}: Payara stops, the database is closed, the
 * temporary files are deleted. What isn't done after the timeout is aborted; that loses nothing that was answered as stored.
 */
final class ShutdownHook extends Thread {
    private static final Duration TIMEOUT = Duration.ofMillis(4_500);

    /** 128 + SIGTERM. */
    private static final int TERMINATED = 143;

    private static final String PAYARAS_HOOK = "Payara Micro Shutdown Hook";

    private final PayaraServer payara;
    private final DataFolder data;
    private final AtomicInteger exitCode = new AtomicInteger(TERMINATED);
    private volatile boolean begun;

    ShutdownHook(PayaraServer payara, DataFolder data) {
        super("262chat shutdown");
        this.payara = payara;
        this.data = data;
    }

    /** Whether the shutdown has begun. A start that is still running then reports nothing more. */
    boolean hasBegun() {
        return begun;
    }

    /** Ends the process with this exit code. */
    void exit(int code) {
        exitCode.set(code);
        System.exit(code);
    }

    @Override
    public void run() {
        begun = true;
        System.setProperty(ServerProperties.STOPPING, "true");
        System.clearProperty(ServerProperties.SERVING);
        Instant deadline = Instant.now().plus(TIMEOUT);
        Thread orderly = new Thread(this::shutDown, "262chat orderly shutdown");
        orderly.setDaemon(true);
        orderly.start();
        try {
            orderly.join(Math.max(1, Duration.between(Instant.now(), deadline).toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (orderly.isAlive()) {
            clearTemporary();
            Runtime.getRuntime().halt(exitCode.get());
        }
    }

    private void shutDown() {
        try {
            awaitPayara();
        } catch (InterruptedException e) {
            return;
        }
        payara.closeDatabase();
        clearTemporary();
    }

    /** The JVM runs shutdown hooks in parallel; Payara's own must have ended before the database is closed. */
    private static void awaitPayara() throws InterruptedException {
        for (int tries = 0; tries < 20; tries++) {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals(PAYARAS_HOOK)) {
                    thread.join();
                    return;
                }
            }
            Thread.sleep(10);
        }
    }

    private void clearTemporary() {
        try {
            data.clearTemporary();
        } catch (IOException | RuntimeException e) {
            // The next start deletes them.
            return;
        }
    }
}
