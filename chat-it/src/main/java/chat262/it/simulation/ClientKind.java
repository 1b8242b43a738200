package chat262.it.simulation;

import java.util.Random;

/** How a client connects again after it has lost its socket: the console ({@code Backoff}) and the page ({@code timing.js}). */
enum ClientKind {
    /** Waits for the greeting, with the handshake before it, for as long as for any other frame. */
    PAGE(500, 30_000, 0.5, 1, 60_000),
    CONSOLE(500, 10_000, 0.75, 1.25, 10_000);

    /** Without a frame for so long, either gives its socket up. */
    static final long SILENCE_MILLIS = 60_000;

    private final long firstMillis;
    private final long maxMillis;
    private final double leastShare;
    private final double greatestShare;
    private final long handshakeMillis;

    ClientKind(long firstMillis, long maxMillis, double leastShare, double greatestShare, long handshakeMillis) {
        this.firstMillis = firstMillis;
        this.maxMillis = maxMillis;
        this.leastShare = leastShare;
        this.greatestShare = greatestShare;
        this.handshakeMillis = handshakeMillis;
    }

    /** How long it waits after so many failures before this one. */
    double delayMillis(int failures, Random random) {
        double doubled = Math.min(maxMillis, firstMillis * Math.pow(2, failures));
        return doubled * (leastShare + (greatestShare - leastShare) * random.nextDouble());
    }

    /** How long a handshake may take. */
    long handshakeMillis() {
        return handshakeMillis;
    }

    long firstMillis() {
        return firstMillis;
    }

    long maxMillis() {
        return maxMillis;
    }
}
