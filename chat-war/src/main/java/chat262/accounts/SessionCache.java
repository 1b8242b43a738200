package chat262.accounts;

import chat262.platform.Fingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Caches the callers of the last seconds by token, so that a busy session isn't looked up for every call. Thread-safe.
 *
 * <p>A session that ends on this node is removed before the call that ended it is answered. One that ends on another node of
 * a cluster remains valid here until its entry expires.
 */
@ApplicationScoped
public class SessionCache {
    /** When it is full, other sessions are looked up for every call. */
    private static final int MAX_ENTRIES = 10_000;

    @Inject
    SessionService sessions;

    private final Map<String, Entry> byTokenHash = new ConcurrentHashMap<>();

    /** How often sessions have ended on this node. */
    private final AtomicLong endings = new AtomicLong();

    private record Entry(Caller caller, long nanos) {
        boolean isFresh() {
            return System.nanoTime() - nanos < OpenSession.LIFETIME.toNanos();
        }
    }

    /** The caller that a token belongs to; empty if it is unknown or its session has ended. */
    public Optional<Caller> authenticate(String token) {
        String hash = Fingerprint.of(token);
        Entry before = byTokenHash.get(hash);
        if (before != null && before.isFresh()) {
            return Optional.of(before.caller);
        }
        long endingsBefore = endings.get();
        Optional<Caller> caller = sessions.authenticate(hash);
        if (caller.isEmpty()) {
            byTokenHash.remove(hash);
        } else if (hasRoom()) {
            byTokenHash.put(hash, new Entry(caller.get(), System.nanoTime()));
            // If the session has ended since it was looked up, no event will remove it.
            if (endings.get() != endingsBefore) {
                byTokenHash.remove(hash);
            }
        }
        return caller;
    }

    /** Follows a caller's session from now on. */
    public OpenSession follow(Caller caller) {
        return new OpenSession(caller, sessions, endings::get);
    }

    private boolean hasRoom() {
        if (byTokenHash.size() >= MAX_ENTRIES) {
            byTokenHash.values().removeIf(each -> !each.isFresh());
        }
        return byTokenHash.size() < MAX_ENTRIES;
    }

    void remove(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded event) {
        forget(event.accountId());
    }

    /** Sessions of an account have ended, here or on another node. */
    public void forget(long accountId) {
        endings.incrementAndGet();
        byTokenHash.values().removeIf(each -> each.caller.accountId() == accountId);
    }
}
