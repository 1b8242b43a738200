package chat262.cli.sync;

/** Lets one thread wait for a while, and other threads end the wait. A signal while none waits ends the next wait. */
final class WakeSignal {
    private boolean signalled;

    synchronized void signal() {
        signalled = true;
        notifyAll();
    }

    /** Waits for a signal, but no longer than so many milliseconds. */
    synchronized void await(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (!signalled && left > 0) {
            wait(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
        signalled = false;
    }
}
