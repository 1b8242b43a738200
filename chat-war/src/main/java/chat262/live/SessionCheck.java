package chat262.live;

import chat262.accounts.SessionService;
import chat262.api.Live;
import chat262.platform.IdParts;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Closes the connections of sessions that have ended. Used by the event loop only. */
final class SessionCheck {
    /** A connected session is in use, but recording that is a write. */
    private static final long USE_INTERVAL_NANOS = Duration.ofHours(1).toNanos();

    private final SessionService sessions;
    private long useRecordedAt = System.nanoTime();

    SessionCheck(SessionService sessions) {
        this.sessions = sessions;
    }

    /** Closes those of some connections whose sessions have ended. */
    void check(Collection<Subscriber> subscribers) {
        List<Subscriber> all = subscribers.stream()
                .sorted(Comparator.comparing(subscriber -> subscriber.caller().sessionId()))
                .toList();
        boolean recordsUse = System.nanoTime() - useRecordedAt > USE_INTERVAL_NANOS;
        // Sorted, so that those of a part are neighbours in the table.
        IdParts.of(all).forEach(some -> {
            Set<Long> alive = sessions.aliveOf(some.stream()
                    .map(subscriber -> subscriber.caller().sessionId())
                    .toList());
            for (Subscriber subscriber : some) {
                if (!alive.contains(subscriber.caller().sessionId())) {
                    subscriber.close(Live.SESSION_ENDED, "the session has ended: log in again");
                }
            }
            if (recordsUse) {
                sessions.recordUse(alive);
            }
        });
        useRecordedAt = recordsUse ? System.nanoTime() : useRecordedAt;
    }
}
