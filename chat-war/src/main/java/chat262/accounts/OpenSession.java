package chat262.accounts;

import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A session that stays in use without a token, as that of a live stream does. It is looked up when the last look is older than
 * two seconds, or when any session has ended on this node since: so a session that ends here is known to have ended before
 * the call that ended it is answered, and one that ends on another node two seconds later. Thread-safe.
 */
public final class OpenSession {
    static final Duration LIFETIME = Duration.ofSeconds(2);

    private final Caller caller;
    private final SessionService sessions;
    private final LongSupplier endingsHere;

    /** Null before the first look: the session may have ended since the handshake was authenticated. */
    private volatile Look last;

    private record Look(boolean isAlive, long endings, long nanos) {}

    /** @param endingsHere how often sessions have ended on this node */
    OpenSession(Caller caller, SessionService sessions, LongSupplier endingsHere) {
        this.caller = caller;
        this.sessions = sessions;
        this.endingsHere = endingsHere;
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        Look look = last;
        if (look == null || !isFresh(look)) {
            look = lookUp();
            last = look;
        }
        return look.isAlive;
    }

    private boolean isFresh(Look look) {
        return System.nanoTime() - look.nanos < LIFETIME.toNanos() && look.endings == endingsHere.getAsLong();
    }

    private Look lookUp() {
        long endings = endingsHere.getAsLong(); // before the look: what ends after it makes the look stale
        long nanos = System.nanoTime();
        return new Look(!sessions.aliveOf(Set.of(caller.sessionId())).isEmpty(), endings, nanos);
    }
}
