package chat262.launcher;

import chat262.api.server.ServerProperties;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The orderly end of the process, whether by a signal or by {@code System.exit}: Payara stops, the database is closed, the unpacked
 * files go. Bounded: what isn't done after four and a half seconds is cut off, which loses nothing that was answered as
 * stored.
 */
final class Stop extends Thread {
    private static final Duration MOST = Duration.ofMillis(4_500);

    /** 128 + SIGTERM. */
    private static final int TERMINATED = 143;

    private static final String PAYARAS_HOOK = "Payara Micro Shutdown Hook";

    private final PayaraServer payara;
    private final DataFolder data;
    private final AtomicInteger exitCode = new AtomicInteger(TERMINATED);
    private volatile boolean begun;

    Stop(PayaraServer payara, DataFolder data) {
        super("262chat stop");
        this.payara = payara;
        this.data = data;
    }

    /** Whether the end has begun; whoever is still starting then has nothing more to say. */
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
        System.clearProperty(ServerProperties.SERVING);
        Instant deadline = Instant.now().plus(MOST);
        Thread orderly = new Thread(this::stopInOrder, "262chat stop in order");
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

    private void stopInOrder() {
        try {
            awaitPayara();
        } catch (InterruptedException e) {
            return;
        }
        payara.closeDatabase();
        clearTemporary();
    }

    /** The JVM runs shutdown hooks side by side, in no order; Payara's own must be through before the database is closed. */
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
            // The next start clears it.
            return;
        }
    }
}
