package chat262.accounts;

import chat262.platform.Fingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who came in within the last seconds, so that a busy session isn't looked up for every call. Thread-safe.
 *
 * <p>A session that ends on this node is forgotten before the call that ended it is answered. One that ends on another
 * node of a cluster still opens this door for as long as it is remembered.
 */
@ApplicationScoped
public class RecentCallers {
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    /** More are not remembered; the others are looked up as ever. */
    private static final int MOST = 10_000;

    @Inject
    SessionService sessions;

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final AtomicLong endings = new AtomicLong();

    private record Seen(Caller caller, long nanos) {
        boolean isFresh() {
            return System.nanoTime() - nanos < REMEMBERED.toNanos();
        }
    }

    /** Whoever a token belongs to; empty if it is unknown or its session has ended. */
    public Optional<Caller> authenticate(String token) {
        String hash = Fingerprint.of(token);
        Seen before = seen.get(hash);
        if (before != null && before.isFresh()) {
            return Optional.of(before.caller);
        }
        long endingsBefore = endings.get();
        Optional<Caller> caller = sessions.authenticate(hash);
        if (caller.isEmpty()) {
            seen.remove(hash);
        } else if (makesRoom()) {
            seen.put(hash, new Seen(caller.get(), System.nanoTime()));
            // It may have ended since it was looked up; then nobody else will take it out again.
            if (endings.get() != endingsBefore) {
                seen.remove(hash);
            }
        }
        return caller;
    }

    private boolean makesRoom() {
        if (seen.size() >= MOST) {
            seen.values().removeIf(each -> !each.isFresh());
        }
        return seen.size() < MOST;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded event) {
        endings.incrementAndGet();
        seen.values().removeIf(each -> each.caller.accountId() == event.accountId());
    }
}
