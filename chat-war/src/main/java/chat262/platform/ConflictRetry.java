package chat262.platform;

import java.util.concurrent.ThreadLocalRandom;

/** Tries a call again whose transaction conflicts with another one, a few times. */
public final class ConflictRetry {
    private static final int MAX_ATTEMPTS = 8;

    private ConflictRetry() {}

    /** A call that begins a transaction and ends it. */
    @FunctionalInterface
    public interface Attempt<T, E extends Exception> {
        T run() throws E;
    }

    /** The result of the first attempt without a conflict. */
    public static <T, E extends Exception> T of(Attempt<T, E> call) throws E {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.run();
            } catch (RuntimeException e) {
                if (attempt == MAX_ATTEMPTS || !DatabaseFault.of(e).isConflict() || !pause(attempt)) {
                    throw e;
                }
            }
        }
    }

    /** A random pause, or the same two calls would conflict again; false if the thread is to end. */
    private static boolean pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(5 * attempt) + 1L);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
