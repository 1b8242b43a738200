package chat262.cli.sync;

/** Lets one thread wait for a while, and others cut that short. A nudge while nobody waits counts for the next wait. */
final class WakeSignal {
    private boolean given;

    synchronized void give() {
        given = true;
        notifyAll();
    }

    /** Waits for a nudge, but no longer than so many milliseconds. */
    synchronized void await(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (!given && left > 0) {
            wait(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
        given = false;
    }
}
